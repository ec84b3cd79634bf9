import { type Calibration, calibrateDesign } from '../calibration/calibrate-scores.js';
import { type CrossedDesign, crossedDesign } from '../calibration/crossed-design.js';
import type { Rating } from '../calibration/rating.js';
import { RuleError } from '../rule-error.js';

/** Distinct judge–entry pairs, sorted by entry, then judge, so that no result depends on their order. */
export interface RatedPairs {
  readonly ratings: readonly Rating[];
  /** Sorted. */
  readonly entries: readonly string[];
  /** Sorted. */
  readonly judges: readonly string[];
  /** Index of each rating's judge. */
  readonly judgeOf: Int32Array;
  /** Ratings of entry e are those from firstOf[e] up to, not including, firstOf[e + 1]. */
  readonly firstOf: Int32Array;
  readonly byJudge: readonly (readonly number[])[];
  readonly design: CrossedDesign;
  /** Computed once. @throws RuleError as `calibrateScores` */
  readonly calibration: () => Calibration;
}

/** @throws RuleError `ratings.replicates` {judge, entry}, and those of `crossedDesign`. */
export function ratedPairs(unsorted: readonly Rating[]): RatedPairs {
  const ratings = unsorted.toSorted(
    (a, b) => compare(a.entry, b.entry) || compare(a.judge, b.judge),
  );
  const entries: string[] = [];
  const firstOf: number[] = [];
  ratings.forEach(({ judge, entry }, position) => {
    if (entry !== entries.at(-1)) {
      entries.push(entry);
      firstOf.push(position);
    } else if (judge === ratings[position - 1]!.judge)
      throw new RuleError('ratings.replicates', { judge, entry });
  });
  const judges = [...new Set(ratings.map(({ judge }) => judge))].sort();
  const indexOf = new Map(judges.map((judge, index) => [judge, index]));
  const judgeOf = Int32Array.from(ratings, ({ judge }) => indexOf.get(judge)!);
  const byJudge = judges.map((): number[] => []);
  judgeOf.forEach((judge, position) => byJudge[judge]!.push(position));
  const design = crossedDesign(ratings);
  return {
    ratings,
    entries,
    judges,
    judgeOf,
    firstOf: Int32Array.from([...firstOf, ratings.length]),
    byJudge,
    design,
    calibration: once(() => calibrateDesign(design)),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
