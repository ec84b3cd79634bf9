import { incompleteBeta } from './incomplete-beta.js';
import { upperIncompleteGamma } from './incomplete-gamma.js';

/** P(Z > z) of the standard normal distribution. */
export function normalUpperTail(z: number): number {
  const tail = 0.5 * upperIncompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? tail : 1 - tail;
}

/** P(X > x) of the chi-square distribution. */
export function chiSquareUpperTail(x: number, freedom: number): number {
  return upperIncompleteGamma(freedom / 2, x / 2);
}

/** P(T > t) of Student's t distribution. */
export function studentUpperTail(t: number, freedom: number): number {
  const tail = 0.5 * studentTwoSided(t, freedom);
  return t >= 0 ? tail : 1 - tail;
}

/** P(|T| > |t|) of Student's t distribution. */
export function studentTwoSided(t: number, freedom: number): number {
  const total = freedom + t * t;
  return incompleteBeta(freedom / total, freedom / 2, 0.5, (t * t) / total);
}

/** P(X ≥ successes) of the binomial distribution. */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  if (successes <= 0) return 1;
  return incompleteBeta(probability, successes, trials - successes + 1);
}

/** P(F ≤ f) of the F distribution. */
export function fCumulative(f: number, numerator: number, denominator: number): number {
  const total = numerator * f + denominator;
  return incompleteBeta(
    (numerator * f) / total,
    numerator / 2,
    denominator / 2,
    denominator / total,
  );
}

/** The value that F exceeds with probability 1 − p, for 0 < p < 1; by bisection to full precision. */
export function fQuantile(p: number, numerator: number, denominator: number): number {
  let low = 0;
  let high = 1;
  while (fCumulative(high, numerator, denominator) < p) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (fCumulative(middle, numerator, denominator) < p) low = middle;
    else high = middle;
  }
}
