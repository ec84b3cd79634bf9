import { ratioDisagreement } from './ratio-disagreement.js';
import type { RatingGrid } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Krippendorff's alpha = 1 − observed / expected disagreement, with missing scores (Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability"). Entries with a single score do not count. Sums over
 * pairs of scores are taken in closed form, so that a hundred thousand scores are no matter.
 */
export function krippendorffAlpha(
  grid: RatingGrid,
  level: MeasurementLevel,
): { readonly value: number } | UndefinedCoefficient {
  const units = grid.rows
    .filter((row) => row.length > 1)
    .map((row) => Float64Array.from(row, ({ score }) => score));
  if (units.length === 0) return { reason: 'agreement.undefined.noPairs' };
  const pairable = new Float64Array(units.reduce((sum, unit) => sum + unit.length, 0));
  let filled = 0;
  for (const unit of units) {
    pairable.set(unit, filled);
    filled += unit.length;
  }
  if (level === 'ratio' && pairable.some((score) => score < 0))
    return { reason: 'agreement.undefined.negativeRatio' };
  const { position, disagreement } = DISAGREEMENTS[level](pairable);
  const expected = disagreement(pairable.map(position));
  if (!(expected > 0)) return { reason: 'agreement.undefined.noVariation' };
  const observed = units.reduce(
    (sum, unit) => sum + disagreement(unit.map(position)) / (unit.length - 1),
    0,
  );
  return { value: 1 - ((pairable.length - 1) * observed) / expected };
}

interface Disagreement {
  /** Where a score lies on the scale that distances are taken on. */
  readonly position: (score: number) => number;
  /** Sum of the squared distances over all ordered pairs (Krippendorff 2011, §C). */
  readonly disagreement: (positions: Float64Array) => number;
}

const DISAGREEMENTS: Readonly<Record<MeasurementLevel, (all: Float64Array) => Disagreement>> = {
  nominal: () => ({ position: (score) => score, disagreement: unequalPairs }),
  ordinal: (all) => ({ position: midRankOf(all), disagreement: squaredDistances }),
  interval: (all) => {
    // Centred, so that the sums of squares do not cancel.
    const centre = all.reduce((sum, score) => sum + score, 0) / all.length;
    return { position: (score) => score - centre, disagreement: squaredDistances };
  },
  ratio: () => ({ position: (score) => score, disagreement: ratioDisagreement }),
};

function unequalPairs(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let equal = 0;
  for (const count of counts.values()) equal += count * count;
  return values.length * values.length - equal;
}

/** Σ over ordered pairs of (a − b)² = 2n·Σ(a − centre)². */
function squaredDistances(values: Float64Array): number {
  const first = values[0]!;
  let sum = 0;
  for (const value of values) sum += value - first;
  // Of equal values the sum is exactly 0, and so is what follows.
  const centre = first + sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return 2 * values.length * squares;
}

/** The sum of counts between two values less half of both is the distance of their mid-ranks. */
function midRankOf(all: Float64Array): (score: number) => number {
  const ascending = all.toSorted();
  const middle = new Map<number, number>();
  for (let from = 0; from < ascending.length;) {
    let to = from + 1;
    while (ascending[to] === ascending[from]) to += 1;
    middle.set(ascending[from]!, (from + to) / 2);
    from = to;
  }
  return (score) => middle.get(score)!;
}
