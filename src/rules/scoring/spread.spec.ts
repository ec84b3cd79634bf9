import { fraction, fractionText } from './fraction.js';
import { spreadFlags } from './spread.js';

const RULE = { rangeLimit: 2000, deviationMultiple: 2, addedJudges: 2 };

function round(...rows: readonly (readonly number[])[]) {
  return rows.map((totals, i) => ({
    receiptNumber: `R${i + 1}`,
    totals: totals.map((total) => fraction(Math.round(total * 100))),
  }));
}

function flags(maximum: number, ...rows: readonly (readonly number[])[]) {
  return spreadFlags(round(...rows), maximum, RULE);
}

it('the worked example, 21.5 to 26 on a sheet of 28, is not flagged by its range', () => {
  const [flag] = flags(2800, [21.5, 22, 22.5, 22, 26]);
  expect(flag).toBeUndefined();
});

const even = (range: number) => [0, range, range / 2, range / 2];

it.each([
  ['G', 2800, 5.5, 6],
  ['Y material', 4100, 8, 8.5],
  ['Y inside the defence', 800, 1.5, 2],
  ['N', 3000, 6, 6.5],
  ['defence sheet', 10_000, 20, 20.5],
])(
  '%s: 20 %% of %d hundredths; a range of %d passes, %d is flagged',
  (_, maximum, passes, flagged) => {
    expect(flags(maximum, even(passes), even(passes))).toEqual([]);
    expect(flags(maximum, even(flagged), even(flagged)).map(({ byRange }) => byRange)).toEqual([
      true,
      true,
    ]);
  },
);

it('flags a deviation above twice the median of the round, and not at exactly twice', () => {
  const calm = [10, 12];
  expect(flags(10_000, calm, calm, [10, 14])).toEqual([]);
  const [flag] = flags(10_000, calm, calm, [10, 14.5]);
  expect(flag).toMatchObject({ receiptNumber: 'R3', byRange: false, byDeviation: true });
  expect(fractionText(flag?.range ?? fraction(0))).toBe('450');
});

it('with an even number of applications the median is the mean of the middle two', () => {
  // Deviations 1, 1, 2, x: the median is 1.5 and the limit 3, that is a range of 6.
  const rows = [
    [10, 12],
    [10, 12],
    [10, 14],
  ];
  expect(flags(10_000, ...rows, [10, 16])).toEqual([]);
  expect(flags(10_000, ...rows, [10, 16.5])).toHaveLength(1);
});

it('where most panels agree to the point, the median counts as half a point', () => {
  const agreed = [10, 10];
  expect(flags(10_000, agreed, agreed, agreed, [10, 12])).toEqual([]);
  expect(flags(10_000, agreed, agreed, agreed, [10, 12.5])).toHaveLength(1);
});
