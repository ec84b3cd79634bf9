import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { PrepareTitleNotice } from './prepare-title-notice.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

export interface Annulment {
  readonly titleId: string;
  /** The higher body or the court, and the number of its paper. */
  readonly organ: string;
  readonly number: string;
  readonly reason: string;
}

/** T09: a higher body or a court annulled the decision. The title comes back with the posting of a notice. */
@Injectable()
export class AnnulRevocation {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly prepare: PrepareTitleNotice,
    private readonly desk: TitleDesk,
  ) {}

  /** @returns the draft of the notice */
  async run(actor: Actor, { titleId, organ, number, reason }: Annulment): Promise<string> {
    actingRole(actor, ['Approver']);
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      const actorRole = actingRole(actor, ['Approver'], title.programmeId);
      const revocation = await this.revocations.standingOf(titleId);
      if (!titleIn.revoked.has(title.state)) {
        throw overtaken('awards.restoration.notRevoked', 'title', title.state);
      }
      if (!revocation) throw conflict('awards.restoration.noRecord');
      if (revocation.annulmentNoticeId) throw conflict('awards.restoration.preparedAlready');
      const draftId = await this.prepare.restoration(actor, title, { organ, number });
      await this.database.repo(TitleRevocation).update(revocation.id, {
        annulledBy: organ,
        annulledNumber: number,
        annulledReason: reason,
        annulmentAt: this.desk.now,
        annulmentNoticeId: draftId,
      });
      const by = { actorId: actor.accountId, actorRole };
      const details = { revocation: revocation.id, organ, number };
      await this.desk.record(by, title, 'title.annulRevocation', details);
      return draftId;
    });
  }
}
