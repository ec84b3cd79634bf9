import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Category } from '../../programmes/category.entity.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingAs, requireNoForbiddenPair, requireSecondPerson } from '../acting.js';
import { ReReviewQueries } from '../objections/re-review.queries.js';
import { ReReview } from '../re-review.entity.js';
import { StandingLock } from '../standing-lock.entity.js';
import { GatherInputs } from './gather-inputs.js';
import { LockReadiness } from './lock-readiness.js';
import { MoveRounds } from './move-rounds.js';

/** The supervisor witnesses the lock: standings, rounds and applications are fixed in one transaction. */
@Injectable()
export class WitnessLock {
  constructor(
    private readonly database: Database,
    private readonly gather: GatherInputs,
    private readonly readiness: LockReadiness,
    private readonly reReviews: ReReviewQueries,
    private readonly rounds: MoveRounds,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { lockId }: { readonly lockId: string }): Promise<void> {
    const actorRole = actingAs(actor, 'Supervisor');
    await this.database.transaction(async () => {
      const locks = this.database.repo(StandingLock);
      const lock = await locks.findOne({ where: { id: lockId } });
      if (!lock) throw missing();
      const { secondBy } = lock;
      if (lock.state !== 'Proposed' || !secondBy) throw new Refusal('awards.lock.notConfirmed');
      requireNoForbiddenPair(actor, lock.programmeId, 'Supervisor');
      for (const person of [lock.firstBy, secondBy]) requireSecondPerson(actor, person, lock.id);
      // The first entry takes the head of the journal, so nothing that is journaled changes meanwhile.
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'standings.lock',
        subjectType: 'standings',
        subjectId: lock.id,
        programmeId: lock.programmeId,
        details: { number: lock.number, inputHash: lock.inputHash, first: lock.firstBy, secondBy },
      });
      const gathered = await this.gather.run(lock.categoryId);
      if (gathered.hash !== lock.inputHash) throw new Refusal('awards.lock.inputsChanged');
      const [obstacle] = await this.readiness.obstacles(gathered);
      if (obstacle) throw new Refusal(obstacle.code, obstacle.variables);
      if (gathered.replaces) await this.replace(gathered.replaces, lock);
      await locks.update(lock.id, {
        state: 'Locked',
        witnessedBy: actor.accountId,
        witnessedAt: this.clock.now(),
      });
      await this.rounds.run(lock.categoryId, 'lock', secondBy, guards);
      for (const { id, state } of gathered.applications) {
        if (state !== 'InReview') continue;
        await this.moveApplication.run({
          applicationId: id,
          event: 'lockScores',
          actorId: secondBy,
          role: 'Tabulator',
          guards,
          details: { lock: lock.id },
        });
      }
      await this.moveOn(lock.programmeId, secondBy);
    });
  }

  /** The version before stays, and what the new one counted for the first time points to it. */
  private async replace(earlier: string, { id, categoryId }: StandingLock): Promise<void> {
    await this.database.repo(StandingLock).update(earlier, {
      state: 'Superseded',
      supersededAt: this.clock.now(),
    });
    for (const review of await this.reReviews.ofCategory(categoryId)) {
      if (review.lockId) continue;
      await this.database.repo(ReReview).update({ id: review.id }, { lockId: id });
    }
  }

  /** With the last category the programme goes on to deliberation; a later re-lock finds it there. */
  private async moveOn(programmeId: string, actorId: string): Promise<void> {
    const programme = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const where = { programmeId };
    const categories = await this.database.repo(Category).count({ where });
    const locked = await this.database
      .repo(StandingLock)
      .count({ where: { programmeId, state: 'Locked' } });
    if (programme.state !== 'ScoresLocked' || locked < categories) return;
    await this.moveProgramme.run({
      programmeId,
      event: 'lock',
      actorId,
      role: 'Tabulator',
      guards: { ...guards, compositeComputed: true, workingPagesProduced: true },
    });
  }
}

/** All four were found true by the steps before: readiness, the second person, this witness. */
const guards = {
  everySheetSigned: true,
  noSpreadFlagOpen: true,
  secondPersonConfirmsHash: true,
  supervisorWitnesses: true,
} as const;
