import { amounts, notesOf, pointsOf } from './support.js';

describe('G2, growth on the year before', () => {
  const growth = (netWan: number, netWanYearBefore: number | null) =>
    pointsOf('G2', amounts({ netWan, netWanYearBefore }));

  it.each([
    [150_000, 6],
    [149_999, 5],
    [130_000, 5],
    [129_999, 4],
    [115_000, 4],
    [114_999, 2.5],
    [105_000, 2.5],
    [104_999, 1],
    [100_000, 1],
    [99_999, 0],
  ])('from 1000万 to %d hundredths gives %d', (netWan, points) => {
    expect(growth(netWan, 100_000)).toBe(points);
  });

  it('compares exactly where a percentage does not end: 1/3 is above 30 %, 33333.33 never rounds', () => {
    expect(growth(12_000, 9_000)).toBe(5);
    expect(growth(9_007_199_254_740, 6_004_799_503_161)).toBe(5);
  });

  it('gives at most 3 when the year before was under 50万', () => {
    expect(growth(20_000, 4_999)).toBe(3);
    expect(growth(20_000, 5_000)).toBe(6);
    expect(growth(5_249, 4_999)).toBe(2.5);
  });

  it('gives nothing without the year before', () => {
    expect(growth(20_000, null)).toBe(0);
    expect(growth(20_000, 0)).toBe(0);
  });
});

it('N6 has no step at 5 % and grades farm goods', () => {
  const growth = (farmGoodsNetWan: number) =>
    pointsOf('N6', amounts({ farmGoodsNetWan, farmGoodsNetWanYearBefore: 10_000 }));
  expect([15_000, 14_999, 13_000, 11_500, 11_499, 10_000, 9_999].map(growth)).toEqual([
    6, 5, 5, 4, 2, 2, 0,
  ]);
});

describe('Y2, compound growth over two years', () => {
  const compound = (netWan: number, twoBefore: number | null, before: number | null = null) =>
    pointsOf('Y2', amounts({ netWan, netWanTwoYearsBefore: twoBefore, netWanYearBefore: before }));

  it.each([
    [25_600, 8],
    [25_599, 6.5],
    [19_600, 6.5],
    [19_599, 4.5],
    [14_400, 4.5],
    [14_399, 2],
    [10_000, 2],
    [9_999, 0],
  ])('from 100万 to %d hundredths gives %d (edges 1.6², 1.4², 1.2²)', (netWan, points) => {
    expect(compound(netWan, 10_000)).toBe(points);
  });

  it('gives at most 4 when the base was under 20万', () => {
    expect(compound(100_000, 1_999)).toBe(4);
    expect(compound(100_000, 2_000)).toBe(8);
  });

  it('takes one-year growth, at most 4, when two years before is missing, and nothing without both', () => {
    expect(compound(16_000, null, 10_000)).toBe(4);
    expect(compound(11_000, null, 10_000)).toBe(2);
    expect(compound(16_000, null)).toBe(0);
    expect(notesOf('Y2', amounts({ netWan: 16_000, netWanYearBefore: 10_000 }))).toContain(
      'scoring.note.oneYearGrowth',
    );
  });
});
