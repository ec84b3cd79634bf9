import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { missing } from '../rules/refusal.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { cleanFile } from './blind-copy/clean-file.js';
import type { BlindProblem } from './blind-copy/clean-result.js';
import { pictureHash } from './blind-copy/picture-hash.js';
import { DocumentFiles } from './document-files.js';
import { Document } from './document.entity.js';
import { refuseSize } from './refuse-size.js';
import { sniffDocument } from './sniff-document.js';

/** What is made of evidence once, when it arrives. */
export interface PreparedEvidence {
  readonly blindCopy: Buffer | null;
  readonly blindHash: string | null;
  readonly blindType: string | null;
  readonly blindProblem: BlindProblem | null;
  readonly pictureHash: string | null;
}

/** The copy for blind rounds and the picture's hash. One file at a time: a picture takes memory. */
@Injectable()
export class PrepareEvidence {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly files: DocumentFiles,
    private readonly journal: Journal,
  ) {}

  /**
   * Before any transaction: it takes a tenth of a second, and nobody should wait for the gate.
   * @throws Refusal as `refuseSize` and `sniffDocument` do
   */
  async upload(file: UploadedFile): Promise<PreparedEvidence> {
    refuseSize(file);
    const content = await file.read();
    const { contentType } = await sniffDocument(content, file.name, file.field);
    return this.inTurn(content, contentType);
  }

  private inTurn(content: Buffer, contentType: string): Promise<PreparedEvidence> {
    const turn = this.last.then(() => prepare(content, contentType));
    this.last = turn.catch(() => null);
    return turn;
  }

  /** The same for a file that was stored without. */
  async again(documentId: string): Promise<void> {
    const document = await this.database.repo(Document).findOneBy({ id: documentId });
    if (!document) throw missing();
    const { blindCopy, ...prepared } = await this.inTurn(
      await this.files.read(document.hash),
      document.contentType,
    );
    await this.database.transaction(async () => {
      const now = await this.database.lock(Document, documentId);
      // A copy that the office supplied meanwhile stays.
      if (now.blindHash !== null) return;
      await this.database.repo(Document).update({ id: documentId }, prepared);
      // A sweep of the same file comes before or after.
      await this.journal.hold();
      if (blindCopy) await this.files.write(prepared.blindHash!, blindCopy);
    });
  }
}

async function prepare(content: Buffer, contentType: string): Promise<PreparedEvidence> {
  const { content: blindCopy, problem } = await cleanFile(content, contentType);
  return {
    blindCopy,
    blindHash: blindCopy && createHash('sha256').update(blindCopy).digest('hex'),
    blindType: blindCopy && contentType,
    blindProblem: problem,
    pictureHash: await pictureHash(content, contentType),
  };
}
