import { RuleError } from '../rule-error.js';
import type { AssignmentEntry, AssignmentJudge, AssignmentProblem } from './assignment-problem.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

export const OPEN = 0;
export const BARRED = 1;
export const KEPT = 2;

/**
 * The problem as numbers. Entries and judges are sorted by id and then shuffled by the seed, so the
 * order of the input has no influence. Matrices are entry-major, `entries.length × judges.length`.
 */
export interface AssignmentModel {
  readonly entries: readonly AssignmentEntry[];
  readonly judges: readonly AssignmentJudge[];
  readonly perEntry: number;
  /** `−match × matchUnit + tie-break`, whole numbers. */
  readonly cost: Float64Array;
  readonly status: Uint8Array;
  /** Judges of one organisation share a number; an unaffiliated judge has one of its own. */
  readonly organisation: Int32Array;
  /** For each judge, all judges of the same organisation, himself included. */
  readonly colleagues: readonly (readonly number[])[];
  /** The judge's maximum, or the applications without a conflict where these are fewer. */
  readonly capacity: Int32Array;
  /** One shared topic outweighs all tie-breaks together. */
  readonly matchUnit: number;
  /** One step of load balance outweighs all topics together; a multiple of `matchUnit`. */
  readonly loadUnit: number;
  /** Loads up to here cost nothing (`loadPrice`); 0 where every step must count. */
  readonly level: number;
}

export function assignmentModel(problem: AssignmentProblem): AssignmentModel {
  const random = seededRandom(problem.seed);
  const entries = random.shuffle(problem.entries.toSorted(byId));
  const judges = random.shuffle(problem.judges.toSorted(byId));
  const match = sharedTopics(entries, judges);
  const status = statuses(entries, judges, problem);
  const capacity = capacities(judges, status);
  const organisation = organisations(judges);
  const scale = costScale(entries.length * problem.perEntry, match, capacity);
  return {
    entries,
    judges,
    perEntry: problem.perEntry,
    cost: costs(match, scale, random),
    status,
    organisation,
    colleagues: colleagues(organisation),
    capacity,
    matchUnit: scale.matchUnit,
    loadUnit: scale.loadUnit,
    level: 0,
  };
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}

function sharedTopics(
  entries: readonly AssignmentEntry[],
  judges: readonly AssignmentJudge[],
): Int32Array {
  const judgesOfTopic = new Map<string, number[]>();
  for (const [judge, { topics = [] }] of judges.entries()) {
    for (const topic of new Set(topics)) {
      const known = judgesOfTopic.get(topic) ?? [];
      known.push(judge);
      judgesOfTopic.set(topic, known);
    }
  }
  const match = new Int32Array(entries.length * judges.length);
  for (const [entry, { topics = [] }] of entries.entries()) {
    for (const topic of new Set(topics)) {
      for (const judge of judgesOfTopic.get(topic) ?? [])
        match[entry * judges.length + judge]! += 1;
    }
  }
  return match;
}

interface CostScale {
  readonly tieBreaks: number;
  readonly matchUnit: number;
  readonly loadUnit: number;
}

/** Lexicographic weights in one number; exact, because every sum stays below 2^53. */
function costScale(places: number, match: Int32Array, capacity: Int32Array): CostScale {
  const highestMatch = match.reduce((highest, value) => Math.max(highest, value), 0);
  const highestLoad = capacity.reduce((highest, value) => Math.max(highest, value), 0);
  for (const tieBreaks of [1024, 64, 8, 1]) {
    const matchUnit = places * tieBreaks + 1;
    const loadUnit = (places * (highestMatch + 1) + 1) * matchUnit;
    if (2 * (highestLoad + 1) * loadUnit < 2 ** 51) return { tieBreaks, matchUnit, loadUnit };
  }
  throw new RuleError('assignment.tooLarge', { places });
}

function costs(match: Int32Array, scale: CostScale, random: SeededRandom): Float64Array {
  const cost = new Float64Array(match.length);
  for (let cell = 0; cell < match.length; cell += 1) {
    cost[cell] = random.below(scale.tieBreaks) - match[cell]! * scale.matchUnit;
  }
  return cost;
}

function statuses(
  entries: readonly AssignmentEntry[],
  judges: readonly AssignmentJudge[],
  { existing = [] }: AssignmentProblem,
): Uint8Array {
  const entryIndex = new Map(entries.map(({ id }, index) => [id, index]));
  const judgeIndex = new Map(judges.map(({ id }, index) => [id, index]));
  const status = new Uint8Array(entries.length * judges.length);
  for (const [entry, { conflicts = [] }] of entries.entries()) {
    for (const judge of conflicts) status[entry * judges.length + judgeIndex.get(judge)!] = BARRED;
  }
  for (const { entry, judge } of existing) {
    status[entryIndex.get(entry)! * judges.length + judgeIndex.get(judge)!] = KEPT;
  }
  return status;
}

function capacities(judges: readonly AssignmentJudge[], status: Uint8Array): Int32Array {
  const admissible = new Int32Array(judges.length);
  for (let cell = 0; cell < status.length; cell += 1) {
    if (status[cell] !== BARRED) admissible[cell % judges.length]! += 1;
  }
  return Int32Array.from(judges, ({ max }, judge) => Math.min(max, admissible[judge]!));
}

function organisations(judges: readonly AssignmentJudge[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(judges, ({ organisation }, judge) => {
    if (!organisation) return judge;
    const number = numbers.get(organisation) ?? judge;
    numbers.set(organisation, number);
    return number;
  });
}

function colleagues(organisation: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  for (const [judge, number] of organisation.entries()) {
    members.set(number, [...(members.get(number) ?? []), judge]);
  }
  return Array.from(organisation, (number) => members.get(number)!);
}
