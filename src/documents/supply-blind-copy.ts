import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Refusal } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { Document } from './document.entity.js';
import { DocumentFiles } from './document-files.js';
import { PrepareEvidence } from './prepare-evidence.js';

/**
 * The office's own copy of a file that could not be cleaned, for judges of blind rounds only. It is
 * cleaned like every other; the merchant's original stays as it is. The caller has checked that the
 * document is in the actor's hands.
 */
@Injectable()
export class SupplyBlindCopy {
  constructor(
    private readonly database: Database,
    private readonly files: DocumentFiles,
    private readonly journal: Journal,
    private readonly prepare: PrepareEvidence,
  ) {}

  async run(actor: Actor, documentId: string, file: UploadedFile): Promise<void> {
    const { blindCopy, blindHash, blindType, blindProblem } = await this.prepare.upload(file);
    if (!blindCopy || !blindHash) {
      throw new Refusal(`documents.blind.${blindProblem}`, { name: file.name }, file.field);
    }
    await this.database.transaction(async () => {
      const document = await this.database.lock(Document, documentId);
      await this.database
        .repo(Document)
        .update({ id: documentId }, { blindHash, blindType, blindProblem: null });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'document.blindCopy',
        subjectType: 'document',
        subjectId: documentId,
        details: { hash: document.hash, blindHash },
      });
      // After the entry, whose head a sweep of the same file waits for.
      await this.files.write(blindHash, blindCopy);
    });
  }
}
