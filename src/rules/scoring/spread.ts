import { type Fraction, ZERO, add, compare, divide, fraction, multiply } from './fraction.js';
import { subtract, sum } from './fraction.js';
import type { SpreadRule } from './rule-set.js';

/** The median standard deviation counts as half a point at least, the step of the scale: 50², in hundredths. */
const LEAST_MEDIAN = fraction(2500);

/** Judges' totals of one application on one sheet, in hundredths of a point. */
export interface SpreadInput {
  readonly receiptNumber: string;
  readonly totals: readonly Fraction[];
}

/** How the two tests came out. */
export interface SpreadFinding {
  readonly byRange: boolean;
  readonly byDeviation: boolean;
}

export interface SpreadFlag extends SpreadFinding {
  readonly receiptNumber: string;
  readonly range: Fraction;
  readonly limit: Fraction;
}

/**
 * Applications of one round whose judges differ too much: the range of totals is above the share of the
 * sheet's maximum, or the population standard deviation is above a multiple of the round's median.
 */
export function spreadFlags(
  inputs: readonly SpreadInput[],
  sheetMaximum: number,
  rule: SpreadRule,
): readonly SpreadFlag[] {
  return spreadMeasures(inputs, sheetMaximum, rule).filter(isFlagged);
}

/** Either test is enough. */
export function isFlagged({ byRange, byDeviation }: SpreadFinding): boolean {
  return byRange || byDeviation;
}

/** The two tests on every application that somebody scored, whichever way they came out. */
export function spreadMeasures(
  inputs: readonly SpreadInput[],
  sheetMaximum: number,
  rule: SpreadRule,
): readonly SpreadFlag[] {
  const scored = inputs.filter(({ totals }) => totals.length > 0);
  const limit = fraction(BigInt(sheetMaximum) * BigInt(rule.rangeLimit), 10_000);
  const variances = scored.map(({ totals }) => populationVariance(totals));
  const [low, high] = middleTwo([...variances].sort(compare));
  const middle = [atLeastFloor(low), atLeastFloor(high)] as const;
  return scored.map(({ receiptNumber, totals }, i): SpreadFlag => {
    const range = subtract(extreme(totals, 1), extreme(totals, -1));
    const byRange = compare(range, limit) > 0;
    const variance = variances[i] ?? ZERO;
    const byDeviation = deviationAbove(variance, middle, rule.deviationMultiple);
    return { receiptNumber, range, limit, byRange, byDeviation };
  });
}

function populationVariance(totals: readonly Fraction[]): Fraction {
  const count = fraction(totals.length);
  const mean = divide(sum(totals), count);
  const squares = totals.map((total) => {
    const deviation = subtract(total, mean);
    return multiply(deviation, deviation);
  });
  return divide(sum(squares), count);
}

/**
 * √v > m × (√a + √b) ÷ 2 without taking a root: with s = 4v ÷ m² it says s > a + b + 2√(ab), which
 * squares once more when the rest is positive.
 */
function deviationAbove(v: Fraction, [a, b]: readonly [Fraction, Fraction], m: number): boolean {
  const scaled = divide(multiply(v, fraction(4)), fraction(m * m));
  const rest = subtract(scaled, add(a, b));
  if (compare(rest, ZERO) <= 0) return false;
  return compare(multiply(rest, rest), multiply(fraction(4), multiply(a, b))) > 0;
}

/** Where most panels agree to the point, a step of the grid beside them is no disagreement. */
function atLeastFloor(variance: Fraction): Fraction {
  return compare(variance, LEAST_MEDIAN) < 0 ? LEAST_MEDIAN : variance;
}

function middleTwo(sorted: readonly Fraction[]): readonly [Fraction, Fraction] {
  const half = (sorted.length - 1) / 2;
  return [sorted[Math.floor(half)] ?? ZERO, sorted[Math.ceil(half)] ?? ZERO];
}

function extreme(totals: readonly Fraction[], direction: number): Fraction {
  return totals.reduce((best, total) => (compare(total, best) * direction > 0 ? total : best));
}
