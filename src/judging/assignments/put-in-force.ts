import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { type SeatOnApplication, pairKey } from '../../rules/rounds/sheet-assignment.js';
import type { Actor } from '../../web/actor.js';
import { lockPanel } from '../panel/lock-panel.js';
import { DropRepeats } from '../repeats/drop-repeats.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { Assignment } from './assignment.entity.js';
import { assignmentObstacles } from './assignment-obstacles.js';
import { AssignmentQueries } from './assignment.queries.js';
import { type RoundState, RoundFactsQueries } from './round-facts.js';
import { withdrawUntouched } from './withdraw-untouched.js';

export type Decided = Pick<
  Assignment,
  'mode' | 'perApplication' | 'seed' | 'problem' | 'plan' | 'problemHash' | 'planHash'
> & { readonly pairs: readonly SeatOnApplication[]; readonly fewest: number };

interface Record {
  readonly event: 'assignment.apply' | 'assignment.import';
  readonly reason: string;
  readonly details: object;
}

/**
 * What every decision who scores what does, however the pairs were found: the new row, and where the
 * round is open its sheets. New ones are issued; those taken back are only such as nobody has opened.
 */
@Injectable()
export class PutInForce {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly assignments: AssignmentQueries,
    private readonly factsOf: RoundFactsQueries,
    private readonly sheets: IssueSheets,
    private readonly repeats: DropRepeats,
  ) {}

  /** The round as it is now, held; in the caller's transaction. */
  async hold({
    id,
    programmeId,
    categoryId,
  }: RoundRow): Promise<{ now: RoundRow; state: RoundState }> {
    await lockPanel(this.database, categoryId);
    // Signing, recusal and re-scoring hold the round's row, so they come before or after.
    await this.database.lock(Round, id);
    const now = (await this.programmes.rounds(programmeId)).find((round) => round.id === id);
    const row = (await this.assignments.rounds(programmeId)).find(({ roundId }) => roundId === id);
    if (!now || !row) throw missing();
    const [obstacle] = assignmentObstacles(row);
    if (obstacle) throw new Refusal(obstacle.code, obstacle.variables);
    return { now, state: await this.factsOf.of(now) };
  }

  async run(
    actor: Actor,
    { now, state }: { readonly now: RoundRow; readonly state: RoundState },
    decided: Decided,
    { event, reason, details }: Record,
  ): Promise<void> {
    const number = (state.inForce?.number ?? 0) + 1;
    const { pairs: _pairs, fewest: _fewest, ...stored } = decided;
    const by = { appliedBy: actor.accountId, appliedAt: this.clock.now() };
    const row = { id: newId(), roundId: now.id, number, reason, ...stored, ...by };
    await this.database.repo(Assignment).insert(Object.assign(new Assignment(), row));
    const changed = roundIn.open.has(now.state)
      ? await this.reissue(actor, now, state, decided)
      : null;
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: 'CityRegistrar',
      event,
      subjectType: 'round',
      subjectId: now.id,
      programmeId: now.programmeId,
      details: {
        number,
        mode: decided.mode,
        perApplication: decided.perApplication,
        problemHash: decided.problemHash,
        planHash: decided.planHash,
        ...details,
        ...changed,
      },
      // The method stands on the programme's page.
      changesPublicPages: true,
    });
  }

  private async reissue(
    { accountId: actorId }: Actor,
    round: RoundRow,
    state: RoundState,
    { pairs, fewest }: Decided,
  ) {
    const planned = new Set(pairs.map(pairKey));
    const idle = state.facts.sheets.filter(({ begun, voided }) => !begun && !voided);
    const withdrawn = idle.filter((pair) => !planned.has(pairKey(pair)));
    await withdrawUntouched(this.database, round.id, withdrawn);
    await this.repeats.run(round.id, withdrawn, {
      actorId,
      role: 'CityRegistrar',
      programmeId: round.programmeId,
    });
    const counts = await this.sheets.run(round);
    for (const [applicationId, count] of counts) {
      if (count >= fewest) continue;
      const number = state.applications.find(({ id }) => id === applicationId)?.number ?? '';
      throw new Refusal('judging.round.tooFewFor', { number, count, minimum: fewest });
    }
    const had = new Set(state.facts.sheets.map(pairKey));
    const issued = pairs.filter((pair) => !had.has(pairKey(pair)));
    const receiving = new Set(issued.map(({ seatId }) => seatId));
    await this.notify.accounts(
      state.seats.filter(({ id }) => receiving.has(id)).map(({ accountId }) => accountId),
      { kind: 'judgingOpen', variables: { closesOn: round.closesOn }, path: '/judging' },
    );
    return { issued: issued.length, withdrawn: withdrawn.length };
  }
}
