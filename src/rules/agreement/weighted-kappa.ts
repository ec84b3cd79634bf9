import type { MeasurementLevel } from './krippendorff-alpha.js';
import { type RatingGrid, scoresByJudge } from './rating-grid.js';
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

type Pairs = readonly (readonly [first: number, second: number])[];

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
  const columns = scoresByJudge(grid).map(
    (scores) => new Map(scores.map(({ entry, score }) => [entry, score])),
  );
  const pairs = judges.flatMap((first, a) =>
    judges.slice(a + 1).map((second, offset): PairKappa => {
      const other = columns[a + 1 + offset]!;
      const common = [...columns[a]!].flatMap(([entry, score]) => {
        const its = other.get(entry);
        return its === undefined ? [] : [[score, its] as const];
      });
      return { judges: [first, second], n: common.length, ...kappaOf(common, weights) };
    }),
  );
  const defined = pairs.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]));
  const mean =
    defined.length === 0 ? null : defined.reduce((sum, kappa) => sum + kappa, 0) / defined.length;
  return { weights, mean, pairs };
}

function kappaOf(pairs: Pairs, weights: KappaWeights): Pick<PairKappa, 'kappa' | 'reason'> {
  if (pairs.length < 2) return { kappa: null, reason: 'agreement.undefined.noPairs' };
  const [origin] = pairs[0]!;
  if (pairs.every(([first, second]) => first === origin && second === origin))
    return { kappa: null, reason: 'agreement.undefined.noVariation' };
  const { distance, chance } = DISAGREEMENT[weights];
  const observed = pairs.reduce((sum, [first, second]) => sum + distance(first, second), 0);
  return { kappa: 1 - (pairs.length * observed) / chance(pairs) };
}

/** `chance` sums the distance of every first score from every second one. */
const DISAGREEMENT = {
  unweighted: {
    distance: (a: number, b: number) => (a === b ? 0 : 1),
    chance: (pairs: Pairs) => {
      const seconds = new Map<number, number>();
      for (const [, second] of pairs) seconds.set(second, (seconds.get(second) ?? 0) + 1);
      return pairs.reduce((sum, [first]) => sum + pairs.length - (seconds.get(first) ?? 0), 0);
    },
  },
  linear: {
    distance: (a: number, b: number) => Math.abs(a - b),
    chance: (pairs: Pairs) => {
      const firsts = Float64Array.from(pairs, ([first]) => first).sort();
      const seconds = Float64Array.from(pairs, ([, second]) => second).sort();
      const total = seconds.reduce((sum, second) => sum + second, 0);
      let [below, sumBelow, sum] = [0, 0, 0];
      for (const first of firsts) {
        while (below < seconds.length && seconds[below]! <= first) {
          sumBelow += seconds[below]!;
          below += 1;
        }
        sum += below * first - sumBelow + (total - sumBelow) - (seconds.length - below) * first;
      }
      return sum;
    },
  },
  quadratic: {
    distance: (a: number, b: number) => (a - b) ** 2,
    chance: (pairs: Pairs) => {
      const n = pairs.length;
      const origin = pairs[0]![0];
      let [first, second, squares] = [0, 0, 0];
      for (const [a, b] of pairs) {
        first += a - origin;
        second += b - origin;
        squares += (a - origin) ** 2 + (b - origin) ** 2;
      }
      return n * squares - 2 * first * second;
    },
  },
} as const satisfies Record<KappaWeights, object>;
