import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { anyOf } from '../../database/any-of.js';
import { newId } from '../../database/new-id.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { groupBy } from '../../applications/group-by.js';
import { mayCompete } from '../../rules/rounds/competitors.js';
import { placeBeside, placeOfRepeat } from '../../rules/rounds/hidden-repeat.js';
import { assignedSheets } from '../../rules/rounds/assigned-sheets.js';
import {
  type SeatOnApplication,
  assignSheets,
  pairKey,
} from '../../rules/rounds/sheet-assignment.js';
import { assignedPlaces } from '../assignments/assigned-places.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { DefenceRecordQueries } from '../defence/defence-record.queries.js';
import { Expert } from '../experts/expert.entity.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { Seat } from '../panel/seat.entity.js';
import {
  IssueRepeats,
  type PlannedRepeats,
  type RepeatingRound,
} from '../repeats/issue-repeats.js';
import { reopenFirstPass } from '../rounds/reopen-first-pass.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { START } from '../../rules/lifecycle/lifecycle.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';

type RepeatRow = Parameters<IssueRepeats['insert']>[1][number];

/** A locked one comes up only after an unlock: while a round is open again, its scores are too (R4). */

/**
 * Gives every seat the sheets it should have in a round and does not have yet: at the opening, after
 * a replacement, after a decision on a relation. A pair that had a sheet, voided or not, gets no
 * second one. Runs in the caller's transaction and reads within it.
 */
@Injectable()
export class IssueSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly defence: DefenceRecordQueries,
    private readonly repeats: IssueRepeats,
  ) {}

  /** The number of sheets of every application afterwards, voided ones not counted. */
  async run(
    round: RepeatingRound & Pick<Round, 'kind' | 'state'>,
  ): Promise<ReadonlyMap<string, number>> {
    const { categoryId } = round;
    const unheard = await this.unheard(round);
    const applications = (await this.database.repo(Application).findBy({ categoryId }))
      .filter(({ id, state }) => applicationIn.judged.has(state) && !unheard.has(id))
      .map(({ id }) => id)
      .toSorted();
    const all = await this.database.repo(Seat).findBy({ categoryId });
    const seats = all.filter(({ vacatedAt }) => !vacatedAt);
    const declared = await this.declarations(seats);
    const existing = await this.database.repo(ScoreSheet).findBy({ roundId: round.id });
    const assignable = seats.map(({ id, number, alternate, declaredAt }) => ({
      id,
      number,
      alternate,
      declared: declaredAt !== null,
    }));
    const ofSeat = groupBy(declared, ({ seatId }) => seatId);
    const answered = declared.filter(
      ({ state, seatId }) =>
        conflictIn.mayJudge.has(state) && !mayCompete(ofSeat.get(seatId) ?? []),
    );
    const barred = declared.filter(({ state }) => conflictIn.barred.has(state));
    const assigned = await assignedPlaces(this.database, round.id);
    const wanted = assigned
      ? assignedSheets({
          seats: assignable,
          applicationIds: applications,
          places: assigned.places,
          held: existing.filter(({ state }) => !sheetIn.voided.has(state)),
          answered,
          barred: [...barred, ...existing.filter(({ state }) => sheetIn.voided.has(state))],
        })
      : assignSheets(assignable, applications, answered, barred);
    const had = new Set(existing.map(pairKey));
    const scored = scoredBefore(all, existing);
    const missing = wanted.filter((pair) => !had.has(pairKey(pair)) && !scored.has(pairKey(pair)));
    if (!assigned) await this.intoFirstPass(round, existing, seats, scored);
    await this.issue(round, seats, missing, existing);
    const counts = new Map(applications.map((id) => [id, 0]));
    const valid = [...existing.filter(({ state }) => !sheetIn.voided.has(state)), ...missing];
    for (const { applicationId } of valid) {
      counts.set(applicationId, (counts.get(applicationId) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * Sheets for pairs that have none; each judge gets them in a random order of their own.
   * @param added whether they score flagged applications again, beside the first pass
   */
  async issue(
    round: RepeatingRound & Pick<Round, 'state'>,
    seats: readonly Seat[],
    pairs: readonly SeatOnApplication[],
    existing: readonly ScoreSheet[],
    added = false,
  ): Promise<void> {
    if (pairs.length === 0) return;
    if (!added) await reopenFirstPass(this.database, round.id, pairs);
    // There is work in the round again.
    await this.database.repo(Round).update({ id: round.id }, { closedAt: null });
    const given = new Set(pairs.map(({ seatId }) => seatId));
    const { to: state } = requireMove(scoreSheetLifecycle, START, 'issue', {
      role: 'System',
      guards: {
        conflictDeclared: seats.every(
          ({ id, declaredAt }) => declaredAt !== null || !given.has(id),
        ),
        roundNotLocked: !roundIn.locked.has(round.state),
      },
    });
    const accounts = new Map(
      (await this.database.repo(Expert).find()).map(({ id, accountId }) => [id, accountId]),
    );
    const savedAt = this.clock.now();
    const countOf = (id: string) => pairs.filter(({ seatId }) => seatId === id).length;
    const plan: PlannedRepeats = added ? new Map() : await this.repeats.plan(round, seats, countOf);
    const repeats: RepeatRow[] = [];
    const sheets = seats.flatMap((seat) => {
      const last = existing
        .filter(({ seatId }) => seatId === seat.id)
        .reduce((most, { position }) => Math.max(most, position), 0);
      const list = shuffled(pairs.filter(({ seatId }) => seatId === seat.id));
      const empty = ({ applicationId }: SeatOnApplication, place: number) => ({
        id: newId(),
        roundId: round.id,
        applicationId,
        seatId: seat.id,
        accountId: accounts.get(seat.expertId)!,
        position: last + place,
        state,
        scores: {},
        comments: {},
        total: null,
        firstOpenedAt: null,
        completedAt: null,
        savedAt,
        reviewedAt: null,
        signedAt: null,
        chainHead: null,
        dissent: null,
        version: 1,
      });
      const repeat = plan.get(seat.id);
      if (repeat) repeats.push(empty(list[repeat.of]!, placeOfRepeat(repeat)));
      return list.map((pair, i) => ({
        ...empty(pair, placeBeside(i, repeat)),
        added,
        voidReason: null,
      }));
    });
    for (let at = 0; at < sheets.length; at += 200) {
      await this.database.repo(ScoreSheet).insert(sheets.slice(at, at + 200));
    }
    await this.repeats.insert(round, repeats);
  }

  /** An alternate who takes a seat has scored for it what was only to be added before. */
  private async intoFirstPass(
    round: Pick<Round, 'id'>,
    existing: readonly ScoreSheet[],
    seats: readonly Seat[],
    scored: ReadonlySet<string>,
  ): Promise<void> {
    const members = new Set(seats.filter(({ alternate }) => !alternate).map(({ id }) => id));
    const sheets = existing.filter(
      (one) => one.added && members.has(one.seatId) && !sheetIn.voided.has(one.state),
    );
    const moved = sheets.filter((one) => !scored.has(pairKey(one)));
    if (moved.length === 0) return;
    await this.database
      .repo(ScoreSheet)
      .update({ id: anyOf(moved.map(({ id }) => id)) }, { added: false });
    await reopenFirstPass(this.database, round.id, moved);
  }

  /** Who did not come to be heard, where the rules give 0 for that: nobody scores them. */
  private async unheard({
    kind,
    categoryId,
    programmeId,
  }: Pick<Round, 'kind' | 'categoryId' | 'programmeId'>): Promise<ReadonlySet<string>> {
    if (kind !== 'defence') return new Set();
    const { rules } = await this.programmes.rules(programmeId);
    return this.defence.absent(categoryId, rules);
  }

  private async declarations(seats: readonly Seat[]): Promise<ConflictDeclaration[]> {
    const where = seats.map(({ id }) => ({ seatId: id }));
    return where.length ? this.database.repo(ConflictDeclaration).findBy(where) : [];
  }
}

/** What a successor need not score: whoever held the number before has signed it, and it stands. */
function scoredBefore(seats: readonly Seat[], sheets: readonly ScoreSheet[]): ReadonlySet<string> {
  const left = new Map(
    seats.filter(({ vacatedAt }) => vacatedAt).map(({ id, number }) => [id, number]),
  );
  const standing = sheets.filter(({ state }) => sheetIn.signed.has(state));
  return new Set(
    standing.flatMap(({ seatId, applicationId }) =>
      seats
        .filter(({ id, number }) => !left.has(id) && number === left.get(seatId))
        .map(({ id }) => pairKey({ seatId: id, applicationId })),
    ),
  );
}

/** Fisher and Yates (1938), with the operating system's randomness: nobody can foresee an order. */
function shuffled<T>(items: readonly T[]): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
