import type { RatingGrid } from './rating-grid.js';
import { presentScores } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

export const MEASUREMENT_LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof MEASUREMENT_LEVELS)[number];

/**
 * Krippendorff's alpha = 1 − observed / expected disagreement, with missing scores (Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability"). Entries with a single score do not count.
 */
export function krippendorffAlpha(
  grid: RatingGrid,
  level: MeasurementLevel,
): { readonly value: number } | UndefinedCoefficient {
  const units = grid.scores.map(presentScores).filter((scores) => scores.length > 1);
  if (units.length === 0) return { reason: 'agreement.undefined.noPairs' };
  const pairable = units.flat();
  if (level === 'ratio' && pairable.some((score) => score < 0))
    return { reason: 'agreement.undefined.negativeRatio' };
  const values = [...new Set(pairable)].sort((a, b) => a - b);
  const position = new Map(values.map((value, index) => [value, index]));
  const counts = new Float64Array(values.length);
  for (const score of pairable) counts[position.get(score)!]! += 1;
  const difference = SQUARED_DIFFERENCES[level](values, counts);

  let observed = 0;
  for (const unit of units) {
    const indices = unit.map((score) => position.get(score)!);
    let sum = 0;
    for (const a of indices) for (const b of indices) sum += difference(a, b);
    observed += sum / (unit.length - 1);
  }
  let expected = 0;
  for (let a = 0; a < values.length; a += 1)
    for (let b = 0; b < a; b += 1) expected += 2 * counts[a]! * counts[b]! * difference(a, b);
  if (expected === 0) return { reason: 'agreement.undefined.noVariation' };
  return { value: 1 - ((pairable.length - 1) * observed) / expected };
}

/** Squared difference of the values with the given positions, per level (Krippendorff 2011, §C). */
const SQUARED_DIFFERENCES: Readonly<
  Record<
    MeasurementLevel,
    (values: readonly number[], counts: Float64Array) => (a: number, b: number) => number
  >
> = {
  nominal: () => (a, b) => (a === b ? 0 : 1),
  ordinal: (_, counts) => {
    const middle = midRanks(counts);
    return (a, b) => (middle[a]! - middle[b]!) ** 2;
  },
  interval: (values) => (a, b) => (values[a]! - values[b]!) ** 2,
  ratio: (values) => (a, b) =>
    a === b ? 0 : ((values[a]! - values[b]!) / (values[a]! + values[b]!)) ** 2,
};

/** The sum of counts from a to b less half of both ends is the distance of the mid-ranks. */
function midRanks(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    const middle = below + count / 2;
    below += count;
    return middle;
  });
}
