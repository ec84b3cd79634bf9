import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { type RevocationDecision, wasHeard } from '../../../rules/titles/revocation-steps.js';
import { revocationGroundHolds } from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { TitleWarningQueries } from '../warnings/title-warning.queries.js';
import { groundFacts } from './ground-facts.js';
import { PrepareTitleNotice } from './prepare-title-notice.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/**
 * The second person: after the holder was heard, an approver decides. A revocation is prepared as a notice
 * and changes nothing that anybody outside can see before somebody else has posted it.
 */
@Injectable()
export class DecideRevocation {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly prepare: PrepareTitleNotice,
    private readonly desk: TitleDesk,
  ) {}

  /** @returns the draft of the notice; null when the title is kept */
  async run(
    actor: Actor,
    given: {
      readonly titleId: string;
      readonly decision: RevocationDecision;
      readonly reason: string;
    },
  ): Promise<string | null> {
    actingRole(actor, ['Approver']);
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      const actorRole = actingRole(actor, ['Approver'], title.programmeId);
      const revocation = await this.revocations.openOf(title.id);
      if (!revocation) throw conflict('awards.revocation.notOpen');
      if (revocation.decision) throw conflict('awards.revocation.decidedAlready');
      requireSecondPerson(actor, revocation.proposedBy, revocation.id);
      if (!wasHeard(revocation, this.desk.today)) {
        throw new Refusal('awards.revocation.notHeard', { day: revocation.statementDueOn });
      }
      const { decision, reason } = given;
      const revoked = decision === 'revoke';
      const warnings = await this.warnings.ofTitle(title.id);
      const placeLost = await this.revocations.placeLost(title.id);
      const known = groundFacts(title.state, warnings, { today: this.desk.today, placeLost });
      if (revoked && !revocationGroundHolds(revocation.ground, known)) {
        throw new Refusal('awards.revocation.noGround', {}, 'decision');
      }
      const noticeId = revoked ? await this.prepare.revocation(actor, title, revocation) : null;
      await this.database.repo(TitleRevocation).update(revocation.id, {
        decision,
        decisionReason: reason,
        decidedBy: actor.accountId,
        decidedAt: this.desk.now,
        noticeId,
      });
      const by = { actorId: actor.accountId, actorRole };
      const details = { revocation: revocation.id, reason: sha256Hex(reason) };
      const event = revoked ? 'title.decideRevocation' : 'title.declineRevocation';
      await this.desk.record(by, title, event, details);
      if (!revoked) await this.desk.tellHolder(title, 'title.kept');
      return noticeId;
    });
  }
}
