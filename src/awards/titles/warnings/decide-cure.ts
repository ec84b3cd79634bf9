import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { repairedInTerm } from '../../../rules/titles/warning-term.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { MoveTitle } from '../move-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleWarning } from '../title-warning.entity.js';
import { TitleWarningQueries } from './title-warning.queries.js';

export const CURE_DECISIONS = ['lift', 'insufficient'] as const;
export type CureDecision = (typeof CURE_DECISIONS)[number];

/** T05: the warning is lifted when the fault is repaired; otherwise the holder hears what is missing. */
@Injectable()
export class DecideCure {
  constructor(
    private readonly database: Database,
    private readonly warnings: TitleWarningQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    given: { readonly titleId: string; readonly decision: CureDecision; readonly reason: string },
  ): Promise<void> {
    actingRole(actor, ['Approver']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      actingRole(actor, ['Approver'], title.programmeId);
      const warning = await this.warnings.openOf(title.id);
      if (!warning) throw conflict('awards.warning.notOpen');
      const { reason } = given;
      if (given.decision === 'insufficient') {
        if (!warning.cureFiledOn) throw new Refusal('awards.warning.noCure', {}, 'cureDecision');
        const again = { cure: null, cureFiledOn: null };
        await this.database.repo(TitleWarning).update(warning.id, again);
        const by = { actorId: actor.accountId, actorRole: 'Approver' as const };
        const details = { warning: warning.id, reason: sha256Hex(reason) };
        await this.desk.record(by, title, 'title.declineCure', details);
        const variables = { reason, day: warning.termEndsOn };
        await this.desk.tellHolder(title, 'title.cureInsufficient', variables);
        return;
      }
      await this.moveTitle.run(title, {
        event: 'liftWarning',
        role: 'Approver',
        actorId: actor.accountId,
        guards: { repairedInTerm: repairedInTerm(warning) },
        reason: null,
        details: { warning: warning.id },
      });
      await this.database.repo(TitleWarning).update(warning.id, {
        ending: 'lifted',
        endedBy: actor.accountId,
        endedAt: this.desk.now,
        endReason: reason,
      });
      await this.desk.tellHolder(title, 'title.warningLifted');
    });
  }
}
