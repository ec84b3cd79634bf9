import { fraction } from '../scoring/fraction.js';
import { pastFlags, simulatedFlags } from './expected-flags.js';

const rule = { rangeLimit: 2000, deviationMultiple: 2, addedJudges: 2 };

it('counts what the rule would have flagged in a past round, and fewer under a wider limit', () => {
  const inputs = [
    [8000, 8100],
    [5800, 8000],
    [5000, 8000],
  ].map((totals, i) => ({
    receiptNumber: `R${i}`,
    totals: totals.map((total) => fraction(total)),
  }));
  expect(pastFlags({ inputs, sheetMaximum: 10_000 }, rule)).toBe(2);
  expect(pastFlags({ inputs, sheetMaximum: 10_000 }, { ...rule, rangeLimit: 2500 })).toBe(1);
});

it('without scores of its own, comes near to the design study: 14, 26 and 36 of 100', () => {
  const shares = simulatedFlags(rule).map(({ share }) => Math.round(100 * share));
  expect(shares.map((share, i) => Math.abs(share - [14, 26, 36][i]!) <= 2.5)).toEqual([
    true,
    true,
    true,
  ]);
  expect(simulatedFlags(rule)).toEqual(simulatedFlags(rule));
});
