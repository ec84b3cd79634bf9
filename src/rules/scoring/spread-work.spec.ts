import { fraction } from './fraction.js';
import { spreadWork } from './spread-work.js';

const rule = { rangeLimit: 2000, deviationMultiple: 2, addedJudges: 2 };
const work = (...rows: readonly (readonly number[])[]) =>
  spreadWork(
    rows.map((totals, i) => ({
      receiptNumber: `R${i + 1}`,
      totals: totals.map((total) => fraction(total)),
    })),
    10_000,
    rule,
  ).map(({ receiptNumber, byRange, rescored }) => [receiptNumber, byRange, rescored]);

const calm = [8000, 8100, 8200, 8100, 8000];
const wide = [6000, 8100, 8200, 8100, 8100];

it('a flag waits for the added judges', () => {
  expect(work(calm, wide)).toEqual([['R2', true, false]]);
  expect(work(calm, [...wide, 8100])).toEqual([['R2', true, false]]);
  expect(work(calm, [...wide, 8100, 8100])).toEqual([['R2', true, true]]);
  expect(work(calm, [...wide, 8100, 8100, 8100])).toEqual([['R2', true, true]]);
});

it('an application without a sheet says nothing about the usual number', () => {
  expect(work([], calm, wide)).toEqual([['R3', true, false]]);
});
