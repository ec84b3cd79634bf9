import type { MeasurementLevel } from './krippendorff-alpha.js';
import { type EntryScore, type RatingGrid, scoresByJudge } from './rating-grid.js';
import type { UndefinedCoefficient, UndefinedReason } from './undefined-coefficient.js';

export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface PairKappa {
  readonly judges: readonly [string, string];
  /** Entries that both scored. */
  readonly n: number;
  readonly kappa: number | null;
  readonly reason?: UndefinedReason;
}

export interface KappaTable {
  readonly weights: KappaWeights;
  /** Plain mean over the pairs that have one (Light 1971). */
  readonly mean: number | null;
  readonly pairs: readonly PairKappa[];
}

const WEIGHTS: Readonly<Record<MeasurementLevel, KappaWeights>> = {
  nominal: 'unweighted',
  ordinal: 'linear',
  interval: 'quadratic',
  ratio: 'quadratic',
};

/** More would be some five thousand pairs, which nobody reads. */
const MOST_JUDGES = 100;

interface CommonScores {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Cohen's kappa (1960; weighted 1968) of each pair of judges over the entries both scored: 1 −
 * observed / chance disagreement, which is 0 or 1 for names, the distance for grades and its square
 * for numbers.
 */
export function pairwiseKappa(
  grid: RatingGrid,
  level: MeasurementLevel,
): KappaTable | UndefinedCoefficient {
  const { judges } = grid;
  if (judges.length > MOST_JUDGES) return { reason: 'agreement.undefined.tooManyJudges' };
  const weights = WEIGHTS[level];
  const columns = scoresByJudge(grid);
  const pairs = judges.flatMap((first, a) =>
    judges.slice(a + 1).map((second, offset): PairKappa => {
      const common = commonScores(columns[a]!, columns[a + 1 + offset]!);
      return { judges: [first, second], n: common.first.length, ...kappaOf(common, weights) };
    }),
  );
  const defined = pairs.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]));
  const mean =
    defined.length === 0 ? null : defined.reduce((sum, kappa) => sum + kappa, 0) / defined.length;
  return { weights, mean, pairs };
}

/** Both judges' scores are in the order of the entries. */
function commonScores(one: readonly EntryScore[], other: readonly EntryScore[]): CommonScores {
  const first = new Float64Array(Math.min(one.length, other.length));
  const second = new Float64Array(first.length);
  let n = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const ahead = one[a]!.entry - other[b]!.entry;
    if (ahead === 0) {
      first[n] = one[a]!.score;
      second[n] = other[b]!.score;
      n += 1;
    }
    if (ahead <= 0) a += 1;
    if (ahead >= 0) b += 1;
  }
  return { first: first.subarray(0, n), second: second.subarray(0, n) };
}

function kappaOf(
  { first, second }: CommonScores,
  weights: KappaWeights,
): Pick<PairKappa, 'kappa' | 'reason'> {
  const n = first.length;
  if (n < 2) return { kappa: null, reason: 'agreement.undefined.noPairs' };
  const [origin] = first;
  if (first.every((score) => score === origin) && second.every((score) => score === origin))
    return { kappa: null, reason: 'agreement.undefined.noVariation' };
  const { distance, chance } = DISAGREEMENT[weights];
  let observed = 0;
  for (let at = 0; at < n; at += 1) observed += distance(first[at]!, second[at]!);
  return { kappa: 1 - (n * observed) / chance(first, second) };
}

/** `chance` sums the distance of every first score from every second one. */
const DISAGREEMENT = {
  unweighted: {
    distance: (a: number, b: number) => (a === b ? 0 : 1),
    chance: (first: Float64Array, second: Float64Array) => {
      const counts = new Map<number, number>();
      for (const score of second) counts.set(score, (counts.get(score) ?? 0) + 1);
      let sum = 0;
      for (const score of first) sum += second.length - (counts.get(score) ?? 0);
      return sum;
    },
  },
  linear: {
    distance: (a: number, b: number) => Math.abs(a - b),
    chance: (first: Float64Array, second: Float64Array) => {
      const ascending = second.toSorted();
      const total = ascending.reduce((sum, score) => sum + score, 0);
      let [below, sumBelow, sum] = [0, 0, 0];
      for (const score of first.toSorted()) {
        while (below < ascending.length && ascending[below]! <= score) {
          sumBelow += ascending[below]!;
          below += 1;
        }
        const above = ascending.length - below;
        sum += below * score - sumBelow + (total - sumBelow) - above * score;
      }
      return sum;
    },
  },
  quadratic: {
    distance: (a: number, b: number) => (a - b) ** 2,
    chance: (first: Float64Array, second: Float64Array) => {
      const origin = first[0]!;
      let [sumFirst, sumSecond, squares] = [0, 0, 0];
      for (let at = 0; at < first.length; at += 1) {
        const a = first[at]! - origin;
        const b = second[at]! - origin;
        sumFirst += a;
        sumSecond += b;
        squares += a * a + b * b;
      }
      return first.length * squares - 2 * sumFirst * sumSecond;
    },
  },
} as const satisfies Record<KappaWeights, object>;
