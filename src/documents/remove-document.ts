import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import type { DocumentOwner } from '../rules/documents/document-access.js';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Document } from './document.entity.js';
import { DocumentFiles } from './document-files.js';
import { Thumbnails } from './thumbnails.js';

/**
 * Takes back an upload. The caller has loaded the owner through the actor's scope and unlinked the
 * document; the content goes after the commit, unless another row holds the same file.
 */
@Injectable()
export class RemoveDocument {
  constructor(
    private readonly database: Database,
    private readonly files: DocumentFiles,
    private readonly journal: Journal,
    private readonly thumbnails: Thumbnails,
  ) {}

  async run(
    actor: Actor,
    given: { ownerType: DocumentOwner; ownerId: string; documentId: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { ownerType, ownerId, documentId } = given;
      const documents = this.database.repo(Document);
      const document = await this.database.lock(Document, documentId);
      if (document.ownerType !== ownerType || document.ownerId !== ownerId) throw missing();
      await documents.delete({ id: documentId });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Public',
        event: 'document.remove',
        subjectType: 'document',
        subjectId: documentId,
        details: { ownerType, ownerId, hash: document.hash },
      });
      await this.database.afterCommit(async () => {
        await this.sweep(document.hash);
        if (document.blindHash) await this.sweep(document.blindHash);
      });
    });
  }

  /**
   * In a transaction of its own. Whoever stores the same file writes it while the journal's head is
   * theirs, so either their row is seen here or their file is written after this one went.
   */
  private sweep(hash: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.journal.hold();
      const holders = await this.database.repo(Document).countBy([{ hash }, { blindHash: hash }]);
      if (holders > 0) return;
      await this.files.remove(hash);
      await this.thumbnails.remove(hash);
    });
  }
}
