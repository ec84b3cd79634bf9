import type { Rating } from '../calibration/rating.js';
import type { RatingGrid } from './rating-grid.js';
import { ratingGrid } from './rating-grid.js';
import type { UndefinedReason } from './undefined-coefficient.js';

export interface PairKappa {
  readonly judges: readonly [string, string];
  /** Entries that both scored. */
  readonly n: number;
  readonly kappa: number | null;
  readonly reason?: UndefinedReason;
}

const DISAGREEMENT = {
  linear: (a: number, b: number) => Math.abs(a - b),
  quadratic: (a: number, b: number) => (a - b) ** 2,
} as const;

/**
 * Cohen's (1968) weighted kappa of each pair of judges over the entries both scored: 1 − observed /
 * chance disagreement, weighted by the distance of the scores or its square.
 *
 * @throws RuleError as `ratingGrid`.
 */
export function pairwiseWeightedKappa(
  ratings: readonly Rating[],
  weights: keyof typeof DISAGREEMENT,
): readonly PairKappa[] {
  const grid = ratingGrid(ratings);
  return grid.judges.flatMap((first, a) =>
    grid.judges.slice(a + 1).map((second, offset) => {
      const pairs = commonScores(grid, a, a + 1 + offset);
      const judges = [first, second] as const;
      return { judges, n: pairs.length, ...kappaOfPairs(pairs, DISAGREEMENT[weights]) };
    }),
  );
}

function commonScores(grid: RatingGrid, a: number, b: number) {
  return grid.scores.flatMap((row) => {
    const first = row[a];
    const second = row[b];
    return typeof first === 'number' && typeof second === 'number'
      ? [[first, second] as const]
      : [];
  });
}

function kappaOfPairs(
  pairs: readonly (readonly [number, number])[],
  distance: (a: number, b: number) => number,
): Pick<PairKappa, 'kappa' | 'reason'> {
  if (pairs.length < 2) return { kappa: null, reason: 'agreement.undefined.noPairs' };
  let observed = 0;
  let chance = 0;
  for (const [first, second] of pairs) {
    observed += distance(first, second);
    for (const [, other] of pairs) chance += distance(first, other);
  }
  if (chance === 0) return { kappa: null, reason: 'agreement.undefined.noVariation' };
  return { kappa: 1 - (pairs.length * observed) / chance };
}
