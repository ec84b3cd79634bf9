import { RuleError } from '../rule-error.js';
import { compositeScore, adjustmentTotal, materialScore } from './composite.js';
import { ZERO, add, fraction, fractionText } from './fraction.js';
import { displayPoints, millionths, points, sixDecimals } from './points.js';
import { trimTotals } from './trim-totals.js';

const TABLE = [{ from: 5, to: 8, dropHighest: 1, dropLowest: 1 }];
const WEIGHTS = { material: 70, defence: 30 };
const LIMITS = { bonusMost: 500, deductionMost: 1000 };

function trimmedMean(totals: readonly number[]) {
  const seats = totals.map((total, i) => ({
    seat: i + 1,
    total: fraction(Math.round(total * 100)),
  }));
  return trimTotals(seats, TABLE)?.mean ?? ZERO;
}

it('the worked composite is exactly 10007/120, compared as 83.391667 and shown as 83.39', () => {
  const judged = trimmedMean([21.5, 22, 22.5, 22, 26]);
  expect(fractionText(points(judged))).toBe('133/6');
  const material = materialScore(add(fraction(5825), judged), 200, 0);
  expect(sixDecimals(millionths(material))).toBe('82.416667');
  const defence = trimmedMean([84, 85.5, 86.5, 85, 88]);
  expect(sixDecimals(millionths(defence))).toBe('85.666667');
  const composite = compositeScore(WEIGHTS, material, defence);
  expect(fractionText(points(composite))).toBe('10007/120');
  expect(sixDecimals(millionths(composite))).toBe('83.391667');
  expect(displayPoints(composite)).toBe('83.39');
});

it('clamps the material score to 0 and 100', () => {
  expect(materialScore(fraction(9_800), 500, 0)).toEqual(fraction(10_000));
  expect(materialScore(fraction(300), 0, 1_000)).toEqual(ZERO);
  expect(materialScore(fraction(9_800), 500, 400)).toEqual(fraction(9_900));
});

const item = (value: number) => ({ reason: 'r', evidence: 'e', points: value });

it('refuses bonuses above five points, deductions above ten, and items that are not positive', () => {
  expect(adjustmentTotal([item(300), item(200)], 'bonusMost', LIMITS)).toBe(500);
  expect(() => adjustmentTotal([item(300), item(201)], 'bonusMost', LIMITS)).toThrow(
    new RuleError('scoring.error.bonusMost', { total: '5.01', most: '5.00' }),
  );
  expect(() => adjustmentTotal([item(1001)], 'deductionMost', LIMITS)).toThrow(
    new RuleError('scoring.error.deductionMost', { total: '10.01', most: '10.00' }),
  );
  for (const value of [-50, 0, 0.5]) {
    expect(() => adjustmentTotal([item(value)], 'bonusMost', LIMITS)).toThrow(
      new RuleError('scoring.error.adjustmentNotPositive', { reason: 'r' }),
    );
  }
});

it('weighs the material and the defence', () => {
  const composite = compositeScore(WEIGHTS, fraction(8000), fraction(9000));
  expect(displayPoints(composite)).toBe('83.00');
});

it('reads weights that were stored when a vote had a place among them', () => {
  const stored = { ...WEIGHTS, publicVote: 0 };
  const composite = compositeScore(stored, fraction(8000), fraction(9000));
  expect(displayPoints(composite)).toBe('83.00');
});

it('refuses a composite whose part is missing', () => {
  expect(() => compositeScore(WEIGHTS, fraction(8000), null)).toThrow(
    new RuleError('scoring.error.partMissing', { part: 'defence' }),
  );
});
