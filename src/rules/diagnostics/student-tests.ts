import { studentTwoSided, studentUpperTail } from '../distributions/tails.js';
import type { SignalReason } from './judge-signal.js';

export interface TestOutcome {
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly reason?: SignalReason;
}

export const TOO_FEW: TestOutcome = {
  statistic: null,
  pValue: null,
  reason: 'diagnostics.undefined.tooFewSheets',
};

/** Rounding of equal numbers must not pass for variation. */
const NEGLIGIBLE = 1e-12;

/** Two-sided one-sample t test that the mean is zero; the statistic is the mean. Three values at least. */
export function meanIsZero(values: readonly number[]): TestOutcome {
  if (values.length < 3) return TOO_FEW;
  const centre = mean(values);
  const deviation = Math.sqrt(squaresAround(values, centre) / (values.length - 1));
  if (deviation <= NEGLIGIBLE * (1 + Math.abs(centre))) return withoutVariation(centre);
  const t = centre / (deviation / Math.sqrt(values.length));
  return { statistic: centre, pValue: studentTwoSided(t, values.length - 1) };
}

/**
 * One-sided two-sample t test with pooled variance that the first mean is not the greater; the
 * statistic is the difference of the means. One value in the first, two in the second at least.
 */
export function meanIsGreater(first: readonly number[], second: readonly number[]): TestOutcome {
  if (first.length < 1 || second.length < 2) return TOO_FEW;
  const [a, b] = [mean(first), mean(second)];
  const freedom = first.length + second.length - 2;
  const pooled = (squaresAround(first, a) + squaresAround(second, b)) / freedom;
  const error = Math.sqrt(pooled * (1 / first.length + 1 / second.length));
  if (error <= NEGLIGIBLE * (1 + Math.abs(a) + Math.abs(b))) return withoutVariation(a - b);
  return { statistic: a - b, pValue: studentUpperTail((a - b) / error, freedom) };
}

/** Pearson's correlation with its two-sided t test. Three pairs at least. */
export function correlation(x: readonly number[], y: readonly number[]): TestOutcome {
  if (x.length < 3) return TOO_FEW;
  const [a, b] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, index) => sum + (value - a) * (y[index]! - b), 0);
  const scale = Math.sqrt(squaresAround(x, a) * squaresAround(y, b));
  if (scale <= NEGLIGIBLE * (1 + a * a + b * b)) return withoutVariation(null);
  const r = Math.max(-1, Math.min(1, product / scale));
  const t = r * Math.sqrt((x.length - 2) / Math.max(1 - r * r, Number.MIN_VALUE));
  return { statistic: r, pValue: Number.isFinite(t) ? studentTwoSided(t, x.length - 2) : 0 };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function squaresAround(values: readonly number[], centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function withoutVariation(statistic: number | null): TestOutcome {
  return { statistic, pValue: null, reason: 'diagnostics.undefined.noVariation' };
}
