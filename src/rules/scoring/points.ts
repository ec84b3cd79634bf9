import { type Fraction, decimalText, fraction, roundHalfUp } from './fraction.js';

/** Hundredths of a point as text with two decimals: 8339.1667 hundredths is `83.39`. */
export function displayPoints(hundredths: Fraction): string {
  return decimalText(points(hundredths), 2);
}

/** The value standings compare: millionths of a point, half-up. */
export function millionths(hundredths: Fraction): number {
  return Number(roundHalfUp(fraction(hundredths.numerator * 10_000n, hundredths.denominator)));
}

/** Millionths as text with six decimals. */
export function sixDecimals(value: number): string {
  return decimalText(fraction(value, 1_000_000), 6);
}

/** Hundredths of a point as points. */
export function points(hundredths: Fraction): Fraction {
  return fraction(hundredths.numerator, hundredths.denominator * 100n);
}

/** An integer in hundredths (points, 万元, percent) as text with two decimals. */
export function hundredthsText(value: number): string {
  return decimalText(fraction(value, 100), 2);
}

/** As people write it in a sentence: 7, 4.5. */
export function shortPoints(value: number): string {
  return hundredthsText(value).replace(/\.?0+$/, '');
}
