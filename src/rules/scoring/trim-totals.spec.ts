import * as fc from 'fast-check';
import { RuleError } from '../rule-error.js';
import { compare, decimalText, fraction, fractionText } from './fraction.js';
import { points } from './points.js';
import { trimTotals } from './trim-totals.js';

const TABLE = [
  { from: 3, to: 4, dropHighest: 0, dropLowest: 0 },
  { from: 5, to: 8, dropHighest: 1, dropLowest: 1 },
  { from: 9, to: null, dropHighest: 1, dropLowest: 1 },
];

function trimmed(totals: readonly number[]) {
  const seats = totals.map((total, i) => ({ seat: i + 1, total: fraction(total) }));
  return trimTotals(seats, TABLE);
}

function mean(totals: readonly number[]): string {
  const result = trimmed(totals);
  return result === null ? 'not valid' : fractionText(points(result.mean));
}

const sum = (scores: readonly number[]) => scores.reduce((a, b) => a + b, 0);

const perIndicator = (sheets: readonly (readonly number[])[]) =>
  [0, 1, 2]
    .map((i) => trimmed(sheets.map((scores) => scores[i] ?? 0))?.mean ?? fraction(0))
    .reduce((total, one) =>
      fraction(
        total.numerator * one.denominator + one.numerator * total.denominator,
        total.denominator * one.denominator,
      ),
    );

describe('trim by total or by indicator can change the winner (five judges, three indicators)', () => {
  const A = [
    [2200, 2100, 3600],
    [3000, 2000, 3200],
    [2900, 2000, 3500],
    [2400, 1800, 3000],
    [3300, 1800, 3500],
  ];
  const B = [
    [3500, 2100, 3700],
    [2300, 2000, 3400],
    [2400, 2000, 3700],
    [2900, 1700, 3400],
    [2800, 2200, 2900],
  ];
  it('by total, as the rule says, A wins 81.67 to 80.00', () => {
    expect(mean(A.map(sum))).toBe('245/3');
    expect(mean(B.map(sum))).toBe('80');
  });

  it('per indicator B would win 82.33 to 81.00', () => {
    expect(decimalText(points(perIndicator(A)), 2)).toBe('81.00');
    expect(decimalText(points(perIndicator(B)), 2)).toBe('82.33');
  });
});

it('two sheets are not valid; three and four are a plain mean; five drop one at each end', () => {
  expect(mean([100, 200])).toBe('not valid');
  expect(mean([100, 200, 900])).toBe('4');
  expect(mean([100, 200, 300, 1000])).toBe('4');
  expect(mean([100, 200, 300, 400, 1000])).toBe('3');
  expect(mean([0, 100, 200, 300, 400, 500, 600, 700, 9900])).toBe('4');
});

const dropped = (totals: readonly number[]) => trimmed(totals)?.totals.map((one) => one.dropped);

it('among equal extremes the lowest seat is dropped, and only one', () => {
  expect(dropped([300, 500, 500, 100, 100])).toEqual([null, 'highest', null, 'lowest', null]);
  expect(dropped([300, 300, 300, 300, 300])).toEqual(['highest', 'lowest', null, null, null]);
});

it('refuses a seat that signed twice', () => {
  const twice = [1, 1, 2].map((seat) => ({ seat, total: fraction(100) }));
  expect(() => trimTotals(twice, TABLE)).toThrow(
    new RuleError('scoring.error.seatTwice', { seat: 1 }),
  );
});

const TOTALS = fc.array(fc.integer({ min: 0, max: 2800 }), { minLength: 3, maxLength: 15 });

it('the mean does not depend on the order of seats', () => {
  fc.assert(
    fc.property(TOTALS, fc.infiniteStream(fc.nat()), (totals, keys) => {
      const shuffled = totals
        .map((total) => ({ total, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ total }) => total);
      expect(mean(shuffled)).toBe(mean(totals));
    }),
  );
});

it('the mean lies within the kept totals and rises with any judge', () => {
  fc.assert(
    fc.property(TOTALS, fc.nat(), fc.integer({ min: 1, max: 500 }), (totals, at, more) => {
      const before = trimmed(totals)?.mean ?? fraction(0);
      const raised = totals.map((total, i) => (i === at % totals.length ? total + more : total));
      const after = trimmed(raised)?.mean ?? fraction(0);
      expect(compare(after, before)).toBeGreaterThanOrEqual(0);
      expect(compare(before, fraction(Math.min(...totals)))).toBeGreaterThanOrEqual(0);
      expect(compare(before, fraction(Math.max(...totals)))).toBeLessThanOrEqual(0);
    }),
  );
});
