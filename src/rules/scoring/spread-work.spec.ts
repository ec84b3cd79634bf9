import { fraction } from './fraction.js';
import { type SpreadRecord, spreadWork } from './spread-work.js';

const rule = { rangeLimit: 2000, deviationMultiple: 2, addedJudges: 2 };
const untouched = { asked: 0, signed: 0, found: null };
type Row = readonly [readonly number[], Partial<SpreadRecord>?];
const work = (...rows: readonly Row[]) =>
  spreadWork(
    rows.map(([totals, known], i) => ({
      receiptNumber: `R${i + 1}`,
      totals: totals.map((total) => fraction(total)),
      ...untouched,
      ...known,
    })),
    10_000,
    rule,
  ).map(({ receiptNumber, byRange, asked, rescored }) => [receiptNumber, byRange, asked, rescored]);

const calm = [8000, 8100, 8200, 8100, 8000];
const wide = [6000, 8100, 8200, 8100, 8100];

it('a flag waits for the added judges', () => {
  expect(work([calm], [wide])).toEqual([['R2', true, false, false]]);
  expect(work([calm], [wide, { asked: 1, signed: 1 }])).toEqual([['R2', true, false, false]]);
  expect(work([calm], [wide, { asked: 2, signed: 1 }])).toEqual([['R2', true, true, false]]);
  expect(work([calm], [wide, { asked: 2, signed: 2 }])).toEqual([['R2', true, true, true]]);
});

it('an application without a sheet says nothing about the others', () => {
  expect(work([[]], [calm], [wide])).toEqual([['R3', true, false, false]]);
});

it('what was found when the first pass was signed stays found', () => {
  const none = { found: { byRange: false, byDeviation: false } };
  const range = { found: { byRange: true, byDeviation: false } };
  expect(work([calm, range], [wide, none])).toEqual([['R1', true, false, false]]);
});
