import { Injectable } from '@nestjs/common';
import { requireSecondPerson } from '../../../web/acting-role.js';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { conflict, missing } from '../../../rules/refusal.js';
import { type Actor, holds } from '../../../web/actor.js';
import { VetoCheck } from '../../veto-check.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/**
 * The second reading of a check by another screener or a verifier: confirms a hit, waives an
 * unreachable source, lifts a hit (R5, R7).
 */
@Injectable()
export class ConfirmVetoCheck {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    checkId: string,
  ): Promise<{ applicationId: string; checkPoint: CheckPoint }> {
    return this.database.transaction(async () => {
      const about = await this.database.repo(VetoCheck).findOneBy({ id: checkId });
      if (!about) throw missing();
      await lockWithProgramme(this.database, about.applicationId);
      const known = await this.database.lock(VetoCheck, checkId);
      const { head } = await this.files.file(known.applicationId, null);
      const role = holds(actor, 'Screener') ? 'Screener' : 'Verifier';
      await this.separation.assert(actor, role, head);
      requireSecondPerson(actor, known.checkerId, known.id);
      if (known.secondReaderId) throw conflict('review.veto.confirmedAlready');
      await this.database
        .repo(VetoCheck)
        .update(
          { id: checkId },
          { secondReaderId: actor.accountId, secondReadAt: this.clock.now() },
        );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'application.confirmVetoCheck',
        subjectType: 'application',
        subjectId: head.id,
        programmeId: head.programmeId,
        details: { checkId, rule: known.rule, result: known.result, checkPoint: known.checkPoint },
      });
      if (known.result === 'Hit' && known.checkPoint !== 'K1') {
        await this.notify.holders(['Approver'], {
          kind: 'vetoConfirmed',
          variables: { merchant: head.merchantName, rule: known.rule },
          path: `/office/lists/${head.programmeId}`,
        });
      }
      return { applicationId: head.id, checkPoint: known.checkPoint };
    });
  }
}
