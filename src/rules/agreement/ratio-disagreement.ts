/** Up to so many values every pair is taken by itself. */
const FEW = 2000;
/** Steps of a quarter leave an error below 1e-14 of each pair's share (Trefethen & Weideman 2014). */
const STEP = 0.25;
const NEGLIGIBLE = 1e-9;
const VANISHED = 50;

/** Σ over ordered pairs of ((a − b)/(a + b))², two zeros counting nothing. No value is negative. */
export function ratioDisagreement(values: Float64Array): number {
  return values.length <= FEW ? sumOverPairs(values) : integralOverScales(values);
}

export function sumOverPairs(values: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < values.length; a += 1)
    for (let b = 0; b < a; b += 1) {
      const total = values[a]! + values[b]!;
      if (total > 0) sum += ((values[a]! - values[b]!) / total) ** 2;
    }
  return 2 * sum;
}

/**
 * 1/(a + b)² is the integral of t·exp(−(a + b)t), under which the sum over pairs splits into three
 * sums over values: Σ(a − b)²e⁻⁽ᵃ⁺ᵇ⁾ᵗ = 2(S₂S₀ − S₁²) with Sₖ = Σ(a − centre)ᵏe⁻ᵃᵗ. The trapezoidal rule in log t.
 */
export function integralOverScales(values: Float64Array): number {
  const positive = values.filter((value) => value > 0);
  const zeros = values.length - positive.length;
  const withZero = 2 * zeros * positive.length;
  if (positive.length < 2) return withZero;
  let lowest = Infinity;
  let highest = 0;
  let sum = 0;
  for (const value of positive) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    sum += value;
  }
  const centre = sum / positive.length;
  const last = Math.log(VANISHED / lowest);
  let integral = 0;
  for (let scale = Math.log(NEGLIGIBLE / highest); scale < last; scale += STEP) {
    const t = Math.exp(scale);
    let [s0, s1, s2] = [0, 0, 0];
    for (const value of positive) {
      const weight = Math.exp(-value * t);
      const distance = value - centre;
      s0 += weight;
      s1 += distance * weight;
      s2 += distance * distance * weight;
    }
    integral += 2 * (s2 * s0 - s1 * s1) * t * t;
  }
  return withZero + STEP * Math.max(0, integral);
}
