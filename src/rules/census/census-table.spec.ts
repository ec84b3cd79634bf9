import { describe, expect, test } from '@jest/globals';
import { addSums, type CensusSums, censusTable, openRow } from './census-table.js';
import { pilotsComplete } from './pilot-sites.js';

const sums = (filed: number, netWan: number, netWanBefore: number): CensusSums => ({
  merchants: filed,
  shops: filed,
  filed,
  filedBefore: filed,
  netWan,
  netWanBefore,
  people: filed * 10,
  notable: 0,
  pairs: filed,
  pairNow: netWan,
  pairBefore: netWanBefore,
});

describe('a census table', () => {
  test('the total is the sum of its rows, growth in hundredths of a per cent', () => {
    const table = censusTable(
      ['a', 'b', 'none'],
      new Map([
        ['a', sums(5, 1000, 400)],
        ['b', sums(4, 230, 340)],
      ]),
    );
    expect(table.total).toEqual({
      key: 'total',
      merchants: 9,
      shops: 9,
      filed: 9,
      filedBefore: 9,
      filedPct: 100_00,
      netWan: 1230,
      netWanBefore: 740,
      people: 90,
      notable: 0,
      growthPct: 6622,
    });
    expect(table.rows.map((row) => [row.key, row.netWan, row.growthPct])).toEqual([
      ['a', 1000, 15_000],
      ['b', 230, -3235],
      ['none', 0, null],
    ]);
  });

  test('two merchants behind a sum: it is withheld, and the next smallest with it', () => {
    const table = censusTable(
      ['a', 'b', 'c'],
      new Map([
        ['a', sums(9, 900, 800)],
        ['b', sums(2, 50, 40)],
        ['c', sums(4, 70, 60)],
      ]),
    );
    expect(table.rows.map((row) => row.netWan)).toEqual([900, null, null]);
    expect(table.rows.map((row) => row.merchants)).toEqual([9, 2, 4]);
    expect(table.total.netWan).toBe(1020);
  });

  const withheld = (sizes: Readonly<Record<string, readonly [number, number]>>) =>
    censusTable(
      Object.keys(sizes),
      new Map(
        Object.entries(sizes).map(([key, [filed, filedBefore]]) => [
          key,
          { ...sums(filed, 10, 10), filedBefore },
        ]),
      ),
    )
      .rows.filter(({ netWan }) => netWan === null)
      .map(({ key }) => key);

  test.each([
    ['three merchants tell no single one', { a: [3, 3], b: [9, 9] }, []],
    ['two of the year before are as few', { a: [9, 2], b: [9, 9] }, ['a', 'b']],
    ['two small sums hide each other', { a: [2, 2], b: [1, 9], c: [9, 9] }, ['a', 'b']],
    ['a group without a return hides nothing', { a: [2, 2], b: [0, 0], c: [9, 9] }, ['a', 'c']],
    ['the smallest by both years hides it', { a: [2, 2], b: [5, 9], c: [6, 7] }, ['a', 'c']],
    ['wherever it stands', { a: [2, 2], b: [6, 7], c: [5, 9] }, ['a', 'b']],
    ['there may be no other', { a: [2, 2], b: [0, 0] }, ['a']],
  ] as const)('%s', (_title, sizes, keys) => {
    expect(withheld(sizes)).toEqual(keys);
  });

  test.each([
    ['of enough merchants', { pairs: 3, pairNow: 60, pairBefore: 40 }, 5000],
    ['of too few that filed twice', { pairs: 2, pairNow: 60, pairBefore: 40 }, null],
    ['from nothing', { pairs: 3, pairNow: 60, pairBefore: 0 }, null],
  ])('growth is that %s', (_title, pair, growthPct) => {
    const table = censusTable(['a'], new Map([['a', { ...sums(9, 900, 800), ...pair }]]));
    expect(table.rows[0]).toMatchObject({ netWan: 900, growthPct });
  });

  test('those who may see every figure see it', () => {
    expect(openRow('a', sums(1, 300, 200))).toMatchObject({
      key: 'a',
      netWan: 300,
      growthPct: 5000,
    });
    expect(openRow('b', undefined)).toMatchObject({
      key: 'b',
      merchants: 0,
      netWan: 0,
      filedPct: null,
    });
  });

  test('sums add up, from nothing too', () => {
    const one = { ...sums(2, 10, 20), shops: 3, filedBefore: 4, people: 5, notable: 1 };
    expect(addSums(undefined, one)).toEqual(one);
    expect(addSums(one, one)).toEqual({
      merchants: 4,
      shops: 6,
      filed: 4,
      filedBefore: 8,
      netWan: 20,
      netWanBefore: 40,
      people: 10,
      notable: 2,
      pairs: 4,
      pairNow: 20,
      pairBefore: 40,
    });
  });

  test.each([
    [1, 2, true],
    [0, 2, false],
    [1, 1, false],
    [2, 3, true],
  ])('%i towns and %i villages are enough pilots: %s', (town, village, enough) => {
    expect(pilotsComplete({ town, village })).toBe(enough);
  });

  test('a city of two merchants tells no money at all', () => {
    const table = censusTable(['a'], new Map([['a', sums(2, 50, 40)]]));
    expect([table.rows[0]!.netWan, table.total.netWan, table.total.merchants]).toEqual([
      null,
      null,
      2,
    ]);
  });
});
