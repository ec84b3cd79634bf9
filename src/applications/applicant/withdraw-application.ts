import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Clock } from '../../config/clock.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Refusal } from '../../rules/refusal.js';
import { type Actor, holds } from '../../web/actor.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { MoveApplication } from '../move-application.js';
import { ApplicantQueries } from './applicant.queries.js';
import type { ApplicationFile } from './application-file.js';
import { isDroppable } from './drop-draft.js';
import { merchantRole } from './merchant-role.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { TellApplicant } from '../tell-applicant.js';

/** Withdraws an application (A25): the representative's account, or a signed statement where there is none. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly database: Database,
    private readonly queries: ApplicantQueries,
    private readonly store: StoreDocument,
    private readonly move: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile, statement: UploadedFile | null): Promise<void> {
    const { application } = file;
    const isRepresentative = holds(actor, 'LegalRepresentative');
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, application);
      if (isDroppable(row)) throw new Refusal('applications.withdraw.neverSubmitted');
      const representatives = await this.queries.representatives(application.merchantId);
      if (!isRepresentative && !actor.clerk && representatives.length > 0) {
        throw new Refusal('applications.withdraw.representativeOnly');
      }
      if (!isRepresentative && !statement) {
        throw new Refusal('applications.withdraw.statementNeeded', {}, 'statement');
      }
      if (statement && !isRepresentative) await this.keep(actor, application.id, statement);
      await this.move.run({
        applicationId: application.id,
        event: 'withdraw',
        actorId: actor.accountId,
        role: merchantRole(actor),
        guards: { legalRepresentativeConfirmed: isRepresentative || statement !== null },
        details: { confirmation: isRepresentative ? 'account' : 'statement' },
      });
      await this.tell.run(application.id, {
        kind: 'applicationWithdrawn',
        variables: { programme: file.programme.name },
        path: `/my/applications/${application.id}`,
      });
    });
  }

  private async keep(actor: Actor, applicationId: string, file: UploadedFile): Promise<void> {
    const { documentId } = await this.store.run(actor, {
      ownerType: 'application',
      ownerId: applicationId,
      file,
    });
    await this.database.repo(EvidenceLink).insert({
      id: newId(),
      applicationId,
      documentId,
      indicator: 'withdrawal',
      caption: '',
      createdAt: this.clock.now(),
    });
  }
}
