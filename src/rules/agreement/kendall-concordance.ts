import { chiSquareUpperTail } from '../distributions/tails.js';
import type { RatingGrid } from './rating-grid.js';
import { completeScores } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

export interface KendallConcordance {
  readonly w: number;
  readonly chiSquare: number;
  readonly freedom: number;
  readonly pValue: number;
}

/**
 * Kendall's coefficient of concordance with the correction for ties and its chi-square test
 * (Kendall & Gibbons 1990, §6.6–6.9; Siegel & Castellan 1988, eq. 9.18).
 */
export function kendallConcordance(grid: RatingGrid): KendallConcordance | UndefinedCoefficient {
  const scores = completeScores(grid);
  if (scores === null) return { reason: 'agreement.undefined.incomplete' };
  const n = scores.length;
  const k = grid.judges.length;
  const sums = new Float64Array(n);
  let ties = 0;
  for (let judge = 0; judge < k; judge += 1) {
    const ranked = midRanks(scores.map((row) => row[judge]!));
    ranked.ranks.forEach((rank, entry) => {
      sums[entry]! += rank;
    });
    ties += ranked.tieSum;
  }
  const denominator = k * k * n * (n * n - 1) - k * ties;
  if (denominator === 0) return { reason: 'agreement.undefined.noVariation' };
  const centre = (k * (n + 1)) / 2;
  const w = (12 * sums.reduce((sum, rank) => sum + (rank - centre) ** 2, 0)) / denominator;
  const chiSquare = k * (n - 1) * w;
  return { w, chiSquare, freedom: n - 1, pValue: chiSquareUpperTail(chiSquare, n - 1) };
}

/** Ranks from 1 with the mean rank for ties, and Σ(t³ − t) over the groups of t equal values. */
function midRanks(values: readonly number[]) {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const ranks = Array<number>(values.length);
  let tieSum = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    tieSum += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, tieSum };
}
