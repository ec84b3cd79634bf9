import { chiSquareUpperTail } from '../distributions/tails.js';
import { concordanceFromComponents } from './incomplete-designs.js';
import { midRanks } from './mid-ranks.js';
import type { RatingGrid } from './rating-grid.js';
import { completeScores } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

export interface KendallConcordance {
  readonly w: number;
  /** Null where the design has gaps. */
  readonly test: KendallTest | null;
}

export interface KendallTest {
  readonly chiSquare: number;
  readonly freedom: number;
  readonly pValue: number;
}

/**
 * Kendall's coefficient of concordance with the correction for ties and its chi-square test
 * (Kendall & Gibbons 1990, §6.6–6.9; Siegel & Castellan 1988, eq. 9.18); a design with gaps as in
 * `concordanceFromComponents`.
 */
export function kendallConcordance(grid: RatingGrid): KendallConcordance | UndefinedCoefficient {
  const scores = completeScores(grid);
  if (scores === null) {
    const found = concordanceFromComponents(grid);
    return 'reason' in found ? found : { w: found.w, test: null };
  }
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
  const test = { chiSquare, freedom: n - 1, pValue: chiSquareUpperTail(chiSquare, n - 1) };
  return { w, test };
}
