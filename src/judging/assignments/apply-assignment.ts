import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { PANEL_MINIMUM } from '../../rules/rounds/panel-rule.js';
import { type SeatOnApplication, pairKey } from '../../rules/rounds/sheet-assignment.js';
import type { Actor } from '../../web/actor.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { lockPanel } from '../panel/lock-panel.js';
import { assignmentObstacles } from './assignment-obstacles.js';
import { Assignment, type AssignmentMode } from './assignment.entity.js';
import { AssignmentQueries } from './assignment.queries.js';
import { AssignmentPreviews } from './assignment-previews.js';
import { type RoundState, RoundFactsQueries } from './round-facts.js';
import { withdrawUntouched } from './withdraw-untouched.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

export interface AssignmentDecision {
  readonly mode: AssignmentMode;
  /** What the office saw: the id of the calculation, or the hash of the whole panel's preview. */
  readonly preview: string;
  readonly reason: string;
}

type Decided = Pick<
  Assignment,
  'mode' | 'perApplication' | 'seed' | 'problem' | 'plan' | 'problemHash' | 'planHash'
> & { readonly pairs: readonly SeatOnApplication[]; readonly fewest: number };

/**
 * Puts a previewed assignment in force, whole or not at all. Where the round is open the sheets
 * follow: new ones are issued, and those taken back are only such as nobody has opened.
 */
@Injectable()
export class ApplyAssignment {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly assignments: AssignmentQueries,
    private readonly factsOf: RoundFactsQueries,
    private readonly previews: AssignmentPreviews,
    private readonly sheets: IssueSheets,
  ) {}

  /** @throws Refusal when panel, relations, applications or sheets have changed since the preview */
  async run(actor: Actor, round: RoundRow, given: AssignmentDecision): Promise<void> {
    const { id: roundId, programmeId } = round;
    await this.database.transaction(async () => {
      await lockPanel(this.database, round.categoryId);
      // Signing, recusal and re-scoring hold the round's row, so they come before or after.
      await this.database.lock(Round, roundId);
      const now = (await this.programmes.rounds(programmeId)).find(({ id }) => id === roundId);
      const rows = await this.assignments.rounds(programmeId);
      const row = rows.find((one) => one.roundId === roundId);
      if (!now || !row) throw missing();
      const [obstacle] = assignmentObstacles(row);
      if (obstacle) throw new Refusal(obstacle.code, obstacle.variables);
      const state = await this.factsOf.of(now);
      const decided =
        given.mode === 'wholePanel'
          ? this.wholePanel(state, given.preview)
          : await this.planned(state, given.preview);
      const number = (state.inForce?.number ?? 0) + 1;
      await this.store(actor, roundId, number, given.reason, decided);
      const changed = roundIn.open.has(now.state) ? await this.reissue(now, state, decided) : null;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'assignment.apply',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          number,
          mode: decided.mode,
          perApplication: decided.perApplication,
          seed: decided.seed,
          problemHash: decided.problemHash,
          planHash: decided.planHash,
          ...changed,
        },
        // The method stands on the programme's page.
        changesPublicPages: true,
      });
    });
  }

  private wholePanel(state: RoundState, preview: string): Decided {
    if (wholePanelHash(state) !== preview) throw conflict('assignment.round.stale');
    return {
      mode: 'wholePanel',
      perApplication: null,
      seed: null,
      problem: null,
      plan: null,
      problemHash: null,
      planHash: null,
      pairs: state.wholePanel(),
      fewest: PANEL_MINIMUM,
    };
  }

  private async planned(state: RoundState, preview: string): Promise<Decided> {
    const found = await this.previews.of(state, preview);
    if (!found?.plan || found.stale) throw conflict('assignment.round.stale');
    const { problem, plan, pairs } = found;
    return {
      mode: 'perApplication',
      perApplication: problem.perEntry,
      seed: String(problem.seed),
      problem,
      plan,
      problemHash: hashOf(problem),
      planHash: hashOf(plan),
      pairs,
      fewest: problem.perEntry,
    };
  }

  private async store(
    actor: Actor,
    roundId: string,
    number: number,
    reason: string,
    { pairs: _pairs, fewest: _fewest, ...decided }: Decided,
  ): Promise<void> {
    const by = { appliedBy: actor.accountId, appliedAt: this.clock.now() };
    const row = { id: newId(), roundId, number, reason, ...decided, ...by };
    await this.database.repo(Assignment).insert(Object.assign(new Assignment(), row));
  }

  private async reissue(round: RoundRow, state: RoundState, { pairs, fewest }: Decided) {
    const planned = new Set(pairs.map(pairKey));
    const idle = state.facts.sheets.filter(({ begun, voided }) => !begun && !voided);
    const withdrawn = idle.filter((pair) => !planned.has(pairKey(pair)));
    await withdrawUntouched(this.database, round.id, withdrawn);
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

/** What the office saw when it chose the whole panel. */
export function wholePanelHash({ wholePanel, present, inForce }: RoundState): string {
  return hashOf({ wholePanel: wholePanel(), present, number: inForce?.number ?? 0 });
}
