import { fQuantile } from '../distributions/tails.js';
import { intraclassFromComponents } from './incomplete-designs.js';
import type { IntraclassForm } from './intraclass-form.js';
import type { RatingGrid } from './rating-grid.js';
import { completeScores } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

export interface IntraclassInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface IntraclassCorrelations {
  readonly values: Readonly<Record<IntraclassForm, number>>;
  /** 95 % limits; null where the residual mean square is zero or the design has gaps. */
  readonly intervals: Readonly<Record<IntraclassForm, IntraclassInterval | null>>;
}

const UPPER = 0.975;
const NO_INTERVALS = {
  ICC1: null,
  ICC2: null,
  ICC3: null,
  ICC1k: null,
  ICC2k: null,
  ICC3k: null,
} as const;

/**
 * The six intraclass correlations of Shrout & Fleiss (1979) with their 95 % limits (the same paper,
 * pp. 424–425; the degrees of freedom of ICC2 after Satterthwaite). One-way random, two-way random,
 * two-way mixed; single judge and mean of the k judges. A design with gaps as in
 * `intraclassFromComponents`.
 */
export function intraclassCorrelation(
  grid: RatingGrid,
): IntraclassCorrelations | UndefinedCoefficient {
  const scores = completeScores(grid);
  if (scores === null) {
    const found = intraclassFromComponents(grid);
    return 'reason' in found ? found : { values: found.values, intervals: NO_INTERVALS };
  }
  const squares = meanSquares(scores);
  const { entries: n, judges: k, between, judge, residual, within } = squares;
  if (between === 0 && within === 0) return { reason: 'agreement.undefined.noVariation' };
  const single2 =
    (between - residual) / (between + (k - 1) * residual + (k * (judge - residual)) / n);
  const values = {
    ICC1: (between - within) / (between + (k - 1) * within),
    ICC2: single2,
    ICC3: (between - residual) / (between + (k - 1) * residual),
    ICC1k: (between - within) / between,
    ICC2k: (between - residual) / (between + (judge - residual) / n),
    ICC3k: (between - residual) / between,
  };
  if (!Object.values(values).every(Number.isFinite))
    return { reason: 'agreement.undefined.noVariation' };
  const oneWay = ratioLimits(between / within, n - 1, n * (k - 1));
  const mixed = ratioLimits(between / residual, n - 1, (n - 1) * (k - 1));
  const random = residual > 0 ? twoWayRandomLimits(squares, single2) : null;
  return {
    values,
    intervals: {
      ICC1: mapLimits(oneWay, (f) => (f - 1) / (f + k - 1)),
      ICC2: random,
      ICC3: mapLimits(mixed, (f) => (f - 1) / (f + k - 1)),
      ICC1k: mapLimits(oneWay, (f) => 1 - 1 / f),
      ICC2k: mapLimits(random, (single) => (single * k) / (1 + single * (k - 1))),
      ICC3k: mapLimits(mixed, (f) => 1 - 1 / f),
    },
  };
}

interface MeanSquares {
  readonly entries: number;
  readonly judges: number;
  readonly between: number;
  readonly within: number;
  readonly judge: number;
  readonly residual: number;
}

function meanSquares(scores: readonly (readonly number[])[]): MeanSquares {
  const n = scores.length;
  const k = scores[0]!.length;
  const rows = scores.map((row) => row.reduce((sum, score) => sum + score, 0) / k);
  const columns = scores[0]!.map(
    (_, column) => scores.reduce((sum, row) => sum + row[column]!, 0) / n,
  );
  const grand = rows.reduce((sum, mean) => sum + mean, 0) / n;
  const between = rows.reduce((sum, mean) => sum + k * (mean - grand) ** 2, 0);
  const judge = columns.reduce((sum, mean) => sum + n * (mean - grand) ** 2, 0);
  let within = 0;
  let residual = 0;
  scores.forEach((row, entry) => {
    row.forEach((score, column) => {
      within += (score - rows[entry]!) ** 2;
      residual += (score - rows[entry]! - columns[column]! + grand) ** 2;
    });
  });
  return {
    entries: n,
    judges: k,
    between: negligible(between, within) / (n - 1),
    within: negligible(within, between) / (n * (k - 1)),
    judge: judge / (k - 1),
    residual: negligible(residual, between + within) / ((n - 1) * (k - 1)),
  };
}

/** Rounding of sums of equal scores must not pass for variation. */
function negligible(sum: number, scale: number): number {
  return sum < 1e-24 * scale ? 0 : sum;
}

function ratioLimits(f: number, above: number, below: number): IntraclassInterval | null {
  if (!Number.isFinite(f) || f === 0) return null;
  return { lower: f / fQuantile(UPPER, above, below), upper: f * fQuantile(UPPER, below, above) };
}

function twoWayRandomLimits(squares: MeanSquares, single: number): IntraclassInterval {
  const { entries: n, judges: k, between, judge, residual } = squares;
  const judgeRatio = judge / residual;
  const inner = n * (1 + (k - 1) * single) - k * single;
  const freedom =
    ((k - 1) * (n - 1) * (k * single * judgeRatio + inner) ** 2) /
    ((n - 1) * k * k * single * single * judgeRatio * judgeRatio + inner * inner);
  const high = fQuantile(UPPER, n - 1, freedom);
  const low = fQuantile(UPPER, freedom, n - 1);
  const rest = k * judge + (k * n - k - n) * residual;
  return {
    lower: (n * (between - high * residual)) / (high * rest + n * between),
    upper: (n * (low * between - residual)) / (rest + n * low * between),
  };
}

function mapLimits(
  limits: IntraclassInterval | null,
  transform: (value: number) => number,
): IntraclassInterval | null {
  return limits && { lower: transform(limits.lower), upper: transform(limits.upper) };
}
