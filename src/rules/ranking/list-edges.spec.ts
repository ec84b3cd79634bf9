import { fraction } from '../scoring/fraction.js';
import { type Candidate, pairwise } from './candidate.js';
import { outcomes } from './outcomes.js';
import { placeOnList } from './place-on-list.js';
import { quartileOf } from './quartile.js';
import { standings } from './standings.js';

const candidate = (receiptNumber: string, composite: number, division: string): Candidate => ({
  receiptNumber,
  division,
  relatedGroup: null,
  composite: Math.round(composite * 1_000_000),
  exemplaryEffect: 0,
  integrity: 0,
  expertTotals: new Map(),
});

describe('the floor of a division', () => {
  const rules = {
    quota: 3,
    passMark: 7000,
    divisionFloor: { places: 1, bestScore: 7500 },
    onePlacePerRelatedGroup: true,
  };
  const result = (candidates: readonly Candidate[], change: Partial<typeof rules> = {}) =>
    outcomes(candidates, standings(candidates, ['sharedStanding'], []), {
      ...rules,
      ...change,
    }).map((one) => `${one.receiptNumber} ${one.reason}`);
  const home = [candidate('A', 90, 'k'), candidate('B', 85, 'k'), candidate('C', 82, 'k')];

  it('is reached at exactly its score', () => {
    expect(result([...home, candidate('D', 75, 'l')])).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C gaveWayToDivisionFloor',
      'D divisionFloor',
    ]);
    expect(result([...home, candidate('D', 74.999999, 'l')])[3]).toBe('D quotaFilled');
  });

  it('gives each division its place while one has more than the floor, and none has to go below', () => {
    const away = [candidate('D', 80, 'l'), candidate('E', 79, 'm'), candidate('F', 78, 'n')];
    expect(result([...home, ...away])).toEqual([
      'A withinQuota',
      'B gaveWayToDivisionFloor',
      'C gaveWayToDivisionFloor',
      'D divisionFloor',
      'E divisionFloor',
      'F quotaFilled',
    ]);
  });

  it('gives nothing to a division that has its place already', () => {
    const all = [
      candidate('A', 90, 'k'),
      candidate('B', 85, 'l'),
      candidate('C', 82, 'k'),
      candidate('D', 80, 'l'),
      candidate('E', 79, 'm'),
    ];
    expect(result(all)).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C gaveWayToDivisionFloor',
      'D quotaFilled',
      'E divisionFloor',
    ]);
  });

  it('of two places takes from divisions with three', () => {
    const all = [
      ...home,
      candidate('D', 81, 'l'),
      candidate('E', 80, 'l'),
      candidate('F', 79, 'k'),
    ];
    expect(result(all, { divisionFloor: { places: 2, bestScore: 7500 } })).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C gaveWayToDivisionFloor',
      'D divisionFloor',
      'E quotaFilled',
      'F quotaFilled',
    ]);
  });

  it('never helps anybody below the pass mark', () => {
    const low = { passMark: 8000 };
    expect(result([...home, candidate('D', 79, 'l')], low)[3]).toBe('D belowPassMark');
  });
});

describe('a place on a list', () => {
  it.each([
    [3, 70_000_000, true, true],
    [4, 69_999_999, false, false],
  ])('with %i named and %i millionths', (listed, composite, withinQuota, passMarkReached) => {
    expect(placeOnList({ quota: 3, passMark: 7000 }, listed, composite)).toEqual({
      withinQuota,
      passMarkReached,
    });
  });
});

it('a quarter of nobody is the first, and behind everybody the last', () => {
  expect([quartileOf(5, []), quartileOf(0, [9, 9, 9, 9])]).toEqual([1, 4]);
});

it('a majority counts the judges who scored both, and no level ones', () => {
  const seen = (...totals: readonly (readonly [number, number])[]) => ({
    ...candidate('X', 1, 'k'),
    expertTotals: new Map(totals.map(([seat, total]) => [seat, fraction(total)])),
  });
  const one = seen([1, 5], [2, 7], [3, 4], [4, 9], [6, 1]);
  const other = seen([1, 3], [2, 7], [3, 9], [4, 8], [5, 9]);
  expect(pairwise(one, other)).toEqual({ a: 2, b: 1 });
});
