import * as fc from 'fast-check';
import { ZERO, compare, decimalText, divide, fraction, fractionText } from './fraction.js';
import { roundHalfUp, subtract } from './fraction.js';
import { displayPoints, millionths, sixDecimals } from './points.js';

it('reduces to lowest terms with the sign above', () => {
  expect(fractionText(fraction(6, -4))).toBe('-3/2');
  expect(fractionText(fraction(0, 7))).toBe('0');
  expect(fractionText(fraction(4, -6))).toBe('-2/3');
  expect(fractionText(fraction(-4, -6))).toBe('2/3');
});

it('refuses to divide by nothing', () => {
  expect(() => fraction(3, 0)).toThrow(new RangeError('3/0'));
  expect(() => divide(fraction(3), ZERO)).toThrow(RangeError);
});

it('compares fractions of different denominators', () => {
  expect(compare(fraction(1, 2), fraction(1, 3))).toBe(1);
  expect(compare(fraction(1, 3), fraction(1, 2))).toBe(-1);
  expect(compare(fraction(2, 4), fraction(1, 2))).toBe(0);
});

it('has no sign at zero', () => {
  expect(decimalText(ZERO, 2)).toBe('0.00');
});

it('rounds halves upwards', () => {
  expect([1, -1, 3, -3].map((n) => roundHalfUp(fraction(n, 2)))).toEqual([1n, 0n, 2n, -1n]);
  expect(decimalText(fraction(5, 1000), 2)).toBe('0.01');
  expect(decimalText(fraction(-149, 100), 1)).toBe('-1.5');
});

it('shows two decimals from the exact value, not from the six-decimal one', () => {
  // 83.3949997 points: six decimals 83.395000 would round to 83.40.
  const hundredths = fraction(833_949_999_7n, 1_000_000n);
  expect(sixDecimals(millionths(hundredths))).toBe('83.395000');
  expect(displayPoints(hundredths)).toBe('83.39');
});

it('rounding moves a value by at most one half', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.integer({ min: 1, max: 9999 }),
      (n, d) => {
        const value = fraction(n, d);
        const error = subtract(fraction(roundHalfUp(value)), value);
        expect(compare(error, fraction(1, 2))).toBeLessThanOrEqual(0);
        expect(compare(error, fraction(-1, 2))).toBeGreaterThan(0);
      },
    ),
  );
});
