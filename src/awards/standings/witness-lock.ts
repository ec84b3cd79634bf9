import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { RequestDiagnostics } from '../../judging/diagnostics/request-diagnostics.js';
import { Journal } from '../../journal/journal.js';
import { SendCheckpoint } from '../../notifications/send-checkpoint.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { Programme } from '../../programmes/programme.entity.js';
import { RequireStep } from '../../programmes/require-step.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { ReReviewQueries } from '../objections/re-review.queries.js';
import { ReReview } from '../objections/re-review.entity.js';
import { StandingLock } from './standing-lock.entity.js';
import { AnalyseStandings } from './analyse-standings.js';
import { GatherInputs } from './gather-inputs.js';
import { LockReadiness, refusedBy } from './lock-readiness.js';
import { MoveRounds } from './move-rounds.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { lockStandings, requireWaiting } from './lock-standings.js';
import { anyOf } from '../../database/any-of.js';

/** The supervisor witnesses the lock: standings, rounds and applications are fixed in one transaction. */
@Injectable()
export class WitnessLock {
  constructor(
    private readonly database: Database,
    private readonly gather: GatherInputs,
    private readonly readiness: LockReadiness,
    private readonly reReviews: ReReviewQueries,
    private readonly requireStep: RequireStep,
    private readonly rounds: MoveRounds,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly analyse: AnalyseStandings,
    private readonly diagnostics: RequestDiagnostics,
    private readonly journal: Journal,
    private readonly sendCheckpoint: SendCheckpoint,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { lockId }: { readonly lockId: string }): Promise<void> {
    const actorRole = actingRole(actor, ['Supervisor']);
    await this.database.transaction(async () => {
      const known = await this.database.repo(StandingLock).findOneBy({ id: lockId });
      if (!known) throw missing();
      await lockStandings(this.database, known.categoryId);
      await lockRounds(this.database, { categoryId: known.categoryId });
      const locks = this.database.repo(StandingLock);
      const lock = await this.database.lock(StandingLock, lockId);
      const secondBy = lock.secondBy!;
      requireWaiting(lock, 'witness');
      actingRole(actor, ['Supervisor'], lock.programmeId);
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
      if (gathered.hash !== lock.inputHash) throw conflict('awards.lock.inputsChanged');
      const [obstacle] = await this.readiness.obstacles(gathered);
      if (obstacle) throw refusedBy(obstacle);
      if (gathered.replaces) await this.replace(gathered.replaces, lock);
      await locks.update(lock.id, {
        state: 'Locked',
        witnessedBy: actor.accountId,
        witnessedAt: this.clock.now(),
      });
      const spreads = await this.readiness.openSpreads(gathered);
      const guards = {
        everySheetSigned: !obstacle,
        noSpreadFlagOpen: spreads.length === 0 || lock.spreadNote !== null,
        secondPersonConfirmsHash: secondBy !== lock.firstBy && gathered.hash === lock.inputHash,
        supervisorWitnesses: ![lock.firstBy, secondBy].includes(actor.accountId),
      };
      await this.rounds.run(lock.categoryId, 'lock', secondBy, guards);
      for (const { id, state } of gathered.applications) {
        if (!applicationIn.inReview.has(state)) continue;
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
      await this.analyse.run(actor, { lockId });
      await this.sendCheckpoint.run('lock', lockId);
      await this.database.afterCommit(async () => {
        await this.diagnostics.run(actor, lock.categoryId);
      });
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

  /**
   * With the last category the programme goes on to deliberation; a later re-lock finds it there. A
   * category without applications has nothing to lock. What this transaction fixed is read in it.
   */
  private async moveOn(programmeId: string, actorId: string): Promise<void> {
    const programme = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const locks = await this.database.repo(StandingLock).find({
      where: { programmeId, state: anyOf(lockIn.locked) },
      select: { categoryId: true },
    });
    const judged = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT category_id FROM application
       WHERE programme_id = ? AND state IN (${quotedList(applicationIn.ranked)})`,
      [programmeId],
    );
    const locked = new Set(locks.map(({ categoryId }) => categoryId));
    const complete = judged.every(({ categoryId }) => locked.has(categoryId));
    if (!programmeIn.scoresLocked.has(programme.state) || !complete) return;
    await this.moveProgramme.run({
      programmeId,
      event: 'lock',
      actorId,
      role: 'Tabulator',
      guards: await this.requireStep.run(programmeId, 'lock'),
    });
  }
}
