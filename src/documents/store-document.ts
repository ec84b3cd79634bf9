import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import type { DocumentOwner } from '../rules/documents/document-access.js';
import { Refusal } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { Document } from './document.entity.js';
import { DocumentFiles } from './document-files.js';
import type { PreparedEvidence } from './prepare-evidence.js';
import { refuseSize } from './refuse-size.js';
import { sniffDocument } from './sniff-document.js';
import { Thumbnails } from './thumbnails.js';
import { tidyName } from './tidy-name.js';

/** Limits of one owner (domain/fields §6), in bytes and files. */
const limits = { files: 40, together: 200 * 1_048_576 };

export interface NewDocument {
  readonly ownerType: DocumentOwner;
  /**
   * Id of the owner. A recommendation's and a veto check's papers belong to the APPLICATION's id,
   * which is known before their rows exist.
   */
  readonly ownerId: string;
  readonly file: UploadedFile;
  /** What was made of it beforehand when it is evidence that judges may see. */
  readonly evidence?: PreparedEvidence;
}

/**
 * Keeps an uploaded file. The caller has loaded the owner through the actor's scope. Within an open
 * transaction it joins it, so that a refused step keeps no row.
 */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly database: Database,
    private readonly files: DocumentFiles,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly thumbnails: Thumbnails,
  ) {}

  /** @param actor null for a visitor without an account, who may only file an objection */
  async run(
    actor: Actor | null,
    { ownerType, ownerId, file, evidence }: NewDocument,
  ): Promise<{ documentId: string }> {
    const name = tidyName(file.name);
    const { size } = file;
    refuseSize(file);
    const content = await file.read();
    const { contentType } = await sniffDocument(content, name, file.field);
    const hash = createHash('sha256').update(content).digest('hex');
    const id = newId();
    await this.database.transaction(async () => {
      const known = await this.database
        .repo(Document)
        .find({ where: { ownerType, ownerId }, select: { size: true } });
      if (known.length >= limits.files) {
        throw new Refusal('documents.tooMany', { most: limits.files }, file.field);
      }
      if (known.reduce((sum, one) => sum + one.size, size) > limits.together) {
        throw new Refusal('documents.tooMuch', {}, file.field);
      }
      await this.database.repo(Document).insert({
        id,
        ownerType,
        ownerId,
        hash,
        name,
        contentType,
        size,
        blindHash: evidence?.blindHash ?? null,
        blindType: evidence?.blindType ?? null,
        blindProblem: evidence?.blindProblem ?? null,
        pictureHash: evidence?.pictureHash ?? null,
        uploadedBy: actor?.accountId ?? 'public',
        uploadedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor?.accountId ?? null,
        actorRole: actor?.duties[0]?.role ?? 'Public',
        event: 'document.store',
        subjectType: 'document',
        subjectId: id,
        details: { ownerType, ownerId, hash, size },
      });
      // Before the commit and after the entry, which orders it with a sweep: a row never stands without its file, a stray file harms nobody.
      await this.files.write(hash, content);
      if (evidence?.blindCopy) await this.files.write(evidence.blindHash!, evidence.blindCopy);
      // Beside the answer: a list may be opened before it is there, and makes it then.
      if (contentType.startsWith('image/')) {
        await this.database.afterCommit(() => void this.thumbnails.make(hash));
      }
    });
    return { documentId: id };
  }
}
