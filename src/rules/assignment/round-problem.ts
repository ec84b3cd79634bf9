import type { SeatOnApplication } from '../rounds/sheet-assignment.js';
import { pairKey } from '../rounds/sheet-assignment.js';
import type {
  AssignmentEntry,
  AssignmentJudge,
  AssignmentPlan,
  AssignmentProblem,
  JudgeOnEntry,
} from './assignment-problem.js';

/** A sheet that is already there. `begun`: opened, saved or signed by its judge. */
export interface IssuedSheet extends SeatOnApplication {
  readonly voided: boolean;
  readonly begun: boolean;
}

/** What an assignment of one round starts from. */
export interface RoundFacts {
  readonly roundId: string;
  readonly applications: readonly RoundApplication[];
  /** Seats that are held, by number. */
  readonly seats: readonly RoundSeat[];
  /** A relation, or no answer: the judge never sees the application. */
  readonly barred: readonly SeatOnApplication[];
  readonly sheets: readonly IssuedSheet[];
  /** Who has what by the assignment in force; empty while the whole panel scores everything. */
  readonly assigned: readonly SeatOnApplication[];
  /** Judges of an application by the assignment in force; null while the whole panel scores. */
  readonly perApplication: number | null;
}

export interface RoundApplication {
  readonly id: string;
  /** The number that judges see. */
  readonly number: string;
  readonly topics: readonly string[];
}

export interface RoundSeat {
  readonly id: string;
  readonly number: number;
  readonly alternate: boolean;
  readonly declared: boolean;
  readonly organisation: string;
  readonly topics: readonly string[];
}

/** What the office chooses. Without a limit a member takes any number, an alternate no more. */
export interface AssignmentChoice {
  readonly perEntry: number;
  readonly seed: string;
  /** Whether what is assigned stays and only open places are filled ("adjust"). */
  readonly keep: boolean;
  readonly limit: number | null;
  /** Seat id → its own limit. */
  readonly limits: Readonly<Record<string, number>>;
  /** SHA-256 of the table that named every pair; absent where the system chose them. */
  readonly table?: string;
}

/**
 * A problem that names applications and judges by their numbers, as paper does, with the ids beside
 * them, so that its hash changes when another person takes a seat. `settled` applications have
 * more sheets than `perEntry` and stay as they are.
 */
export interface RoundProblem extends AssignmentProblem {
  readonly round: string;
  readonly choice: Omit<AssignmentChoice, 'perEntry' | 'seed'>;
  readonly entries: readonly (AssignmentEntry & { readonly application: string })[];
  readonly judges: readonly (AssignmentJudge & { readonly seat: string })[];
  readonly existing: readonly JudgeOnEntry[];
  readonly settled: readonly (JudgeOnEntry & { readonly application: string })[];
}

/** The rows of a round and the office's choice as a problem for `assignJudges`. */
export function roundProblem(facts: RoundFacts, choice: AssignmentChoice): RoundProblem {
  const { perEntry, seed, ...rest } = choice;
  const isSettled = settledApplications(facts, perEntry);
  const open = facts.applications.filter(({ id }) => !isSettled(id));
  const valid = facts.sheets.filter(({ voided }) => !voided);
  const settled = valid.filter(({ applicationId }) => isSettled(applicationId));
  const limits = seatLimits(facts, choice, settled);
  const kept = keptPairs(facts, open, choice, limits);
  const holding = new Set(kept.map(({ seatId }) => seatId));
  const seats = facts.seats.filter(
    ({ id, declared }) => declared && (limits.get(id)! > 0 || holding.has(id)),
  );
  const nameOf = names(facts);
  return {
    round: facts.roundId,
    choice: rest,
    entries: entries(facts, open, seats),
    judges: seats.map(({ id, number, organisation, topics }) => ({
      id: String(number),
      seat: id,
      max: limits.get(id)!,
      organisation,
      topics,
    })),
    perEntry,
    seed,
    existing: kept.map(nameOf),
    settled: settled.map((pair) => ({ ...nameOf(pair), application: pair.applicationId })),
  };
}

/** The pairs of a plan by id; settled applications keep theirs. */
export function plannedPairs(
  problem: RoundProblem,
  plan: Pick<AssignmentPlan, 'assignments'>,
): readonly SeatOnApplication[] {
  const applications = new Map(problem.entries.map(({ id, application }) => [id, application]));
  const seats = new Map(problem.judges.map(({ id, seat }) => [id, seat]));
  return plan.assignments.map(({ entry, judge }) => ({
    applicationId: applications.get(entry)!,
    seatId: seats.get(judge)!,
  }));
}

/**
 * More begun sheets than wanted; or all wanted ones and others besides that a re-score has ordered:
 * more than were assigned, or an alternate's while the whole panel scores.
 */
export function settledApplications(facts: RoundFacts, perEntry: number): (id: string) => boolean {
  const alternates = new Set(facts.seats.filter((seat) => seat.alternate).map(({ id }) => id));
  const counts = new Map<string, { begun: number; all: number; alternates: number }>();
  for (const { applicationId, seatId, begun, voided } of facts.sheets) {
    if (voided) continue;
    const count = counts.get(applicationId) ?? { begun: 0, all: 0, alternates: 0 };
    count.all += 1;
    if (begun) count.begun += 1;
    else if (alternates.has(seatId)) count.alternates += 1;
    counts.set(applicationId, count);
  }
  return (id) => {
    const { begun, all, alternates: waiting } = counts.get(id) ?? nothing;
    const { perApplication } = facts;
    const rescored = perApplication === null ? waiting > 0 : all > perApplication;
    return begun > perEntry || (begun === perEntry && rescored);
  };
}

const nothing = { begun: 0, all: 0, alternates: 0 };

function seatLimits(
  { applications, seats, sheets, assigned }: RoundFacts,
  { limit, limits, keep }: AssignmentChoice,
  settled: readonly SeatOnApplication[],
): ReadonlyMap<string, number> {
  const standing = new Set(
    [...sheets.filter((sheet) => sheet.begun && !sheet.voided), ...(keep ? assigned : [])].map(
      pairKey,
    ),
  );
  return new Map(
    seats.map(({ id, alternate }) => {
      const held = applications.filter((one) =>
        standing.has(pairKey({ seatId: id, applicationId: one.id })),
      ).length;
      const most = limits[id] ?? (alternate ? held : (limit ?? applications.length));
      const elsewhere = settled.filter(({ seatId }) => seatId === id).length;
      return [id, Math.max(0, most - elsewhere)];
    }),
  );
}

/**
 * Begun sheets always stay. What is merely assigned stays in "adjust" mode, where it leaves no
 * application above `perEntry`, no judge above the limit, and no relation unheeded.
 */
function keptPairs(
  facts: RoundFacts,
  open: readonly RoundApplication[],
  { perEntry, keep }: AssignmentChoice,
  limits: ReadonlyMap<string, number>,
): readonly SeatOnApplication[] {
  const begun = facts.sheets
    .filter((sheet) => sheet.begun && !sheet.voided)
    .map(({ seatId, applicationId }) => ({ seatId, applicationId }));
  const taken = new Set([...barredPairs(facts), ...begun].map(pairKey));
  const declared = new Set(facts.seats.filter((seat) => seat.declared).map(({ id }) => id));
  const assigned = keep
    ? facts.assigned.filter((pair) => declared.has(pair.seatId) && !taken.has(pairKey(pair)))
    : [];
  const load = new Map<string, number>();
  for (const { seatId } of begun) load.set(seatId, (load.get(seatId) ?? 0) + 1);
  return open.flatMap(({ id }) => {
    const own = begun.filter(({ applicationId }) => applicationId === id);
    const more = assigned.filter(({ applicationId }) => applicationId === id);
    const places = own.length + more.length > perEntry ? 0 : more.length;
    const fitting = more.slice(0, places).filter(({ seatId }) => {
      const held = load.get(seatId) ?? 0;
      if (held >= limits.get(seatId)!) return false;
      load.set(seatId, held + 1);
      return true;
    });
    return [...own, ...fitting].toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1));
  });
}

/** A pair whose sheet fell is not tried again. */
function barredPairs({ barred, sheets }: RoundFacts): readonly SeatOnApplication[] {
  return [...barred, ...sheets.filter(({ voided }) => voided)];
}

function entries(
  facts: RoundFacts,
  open: readonly RoundApplication[],
  seats: readonly RoundSeat[],
): RoundProblem['entries'] {
  const barred = new Set(barredPairs(facts).map(pairKey));
  return open.map(({ id, number, topics }) => ({
    id: number,
    application: id,
    conflicts: seats
      .filter((seat) => barred.has(pairKey({ seatId: seat.id, applicationId: id })))
      .map((seat) => String(seat.number)),
    topics,
  }));
}

function names({ applications, seats }: RoundFacts): (pair: SeatOnApplication) => JudgeOnEntry {
  const numbers = new Map(applications.map(({ id, number }) => [id, number]));
  const seatNumbers = new Map(seats.map(({ id, number }) => [id, String(number)]));
  return ({ seatId, applicationId }) => ({
    entry: numbers.get(applicationId)!,
    judge: seatNumbers.get(seatId)!,
  });
}
