import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { DECIDED, type RemovalDecision, removalIn } from '../../rules/lifecycle/removal-states.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { EstablishConflict } from '../conflicts/establish-conflict.js';
import { lockPanel } from '../panel/lock-panel.js';
import { VacateSeat } from '../panel/vacate-seat.js';
import { Removal } from './removal.entity.js';
import { VoidReReviewSheet } from './void-re-review-sheet.js';

/**
 * The second person of R11 and R14: an approver, who sees the ground and the reason and no score. Only
 * with the confirmation does a sheet fall or a seat change hands.
 */
@Injectable()
export class DecideRemoval {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly establish: EstablishConflict,
    private readonly vacate: VacateSeat,
    private readonly voidReReview: VoidReReviewSheet,
  ) {}

  async run(
    actor: Actor,
    id: string,
    given: { readonly decision: RemovalDecision; readonly reason: string },
  ): Promise<void> {
    actingRole(actor, ['Approver']);
    await this.database.transaction(async () => {
      const known = await this.database.repo(Removal).findOneBy({ id });
      if (!known) throw missing();
      const actorRole = actingRole(actor, ['Approver'], known.programmeId);
      await lockPanel(this.database, known.categoryId);
      await lockRounds(this.database, { categoryId: known.categoryId });
      const removal = await this.database.lock(Removal, id);
      if (!removalIn.proposed.has(removal.state)) throw conflict('judging.removal.decidedAlready');
      requireSecondPerson(actor, removal.proposedBy, id);
      const decided = {
        state: DECIDED[given.decision],
        decidedBy: actor.accountId,
        decidedAt: this.clock.now(),
        decisionReason: given.reason,
      };
      await this.database.repo(Removal).save(Object.assign(removal, decided));
      if (given.decision === 'confirm') await this.carryOut(actor, removal);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: given.decision === 'confirm' ? 'removal.confirm' : 'removal.decline',
        subjectType: 'removal',
        subjectId: id,
        programmeId: removal.programmeId,
        details: { proposer: removal.proposedBy, reason: sha256Hex(given.reason) },
      });
      const kind = given.decision === 'confirm' ? 'removalConfirmed' : 'removalDeclined';
      const news = { kind, path: '/office/removals' };
      await this.notify.holders(['CityRegistrar', 'Supervisor'], news);
      // A judge who asked to step back has no duty of the office.
      const { seatId, applicationId } = removal;
      if (given.decision === 'decline' && seatId && applicationId) {
        await this.establish.tellJudge({ seatId }, { kind: 'judgingSheetKept', path: '/judging' });
      }
    });
  }

  private carryOut(actor: Actor, removal: Removal): Promise<void> {
    const { applicationId, reReviewSheetId } = removal;
    if (reReviewSheetId) {
      return this.voidReReview.run(actor.accountId, removal, reReviewSheetId);
    }
    const seatId = removal.seatId!;
    if (applicationId) return this.establish.run(actor, removal, { seatId, applicationId });
    return this.vacate.run({ actorId: actor.accountId, role: 'Approver', seatId, removal });
  }
}
