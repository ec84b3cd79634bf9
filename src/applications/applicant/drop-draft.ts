import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { RemoveDocument } from '../../documents/remove-document.js';
import { Journal } from '../../journal/journal.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Application } from '../application.entity.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { Figure } from '../figure.entity.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { UploadReceipt } from '../upload-receipt.entity.js';
import type { ApplicationFile } from './application-file.js';
import { merchantRole } from './merchant-role.js';

/** Deletes a draft that was never handed in, files included; the category can be begun anew. */
@Injectable()
export class DropDraft {
  constructor(
    private readonly database: Database,
    private readonly removeDocument: RemoveDocument,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, file: ApplicationFile): Promise<void> {
    const { id: applicationId } = file.application;
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, file.application);
      if (!isDroppable(row)) throw overtaken('applications.drop.tooLate', 'application', row.state);
      const links = await this.database.repo(EvidenceLink).findBy({ applicationId });
      await this.database.repo(EvidenceLink).delete({ applicationId });
      for (const documentId of new Set(links.map((link) => link.documentId))) {
        const ownerType = 'application';
        await this.removeDocument.run(actor, { ownerType, ownerId: applicationId, documentId });
      }
      await this.database.repo(Figure).delete({ applicationId });
      await this.database.repo(UploadReceipt).delete({ applicationId });
      await this.database.repo(Application).delete({ id: applicationId });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: merchantRole(actor),
        event: 'application.dropDraft',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: row.programmeId,
        details: { category: file.application.categoryCode, files: links.length },
      });
    });
  }
}

/** Never handed in: no office has seen it, and nothing of it has to be kept. */
export function isDroppable({
  state,
  submittedAt,
}: Pick<Application, 'state' | 'submittedAt'>): boolean {
  return applicationIn.draft.has(state) && submittedAt === null;
}
