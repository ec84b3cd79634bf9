import { describe, expect, test } from '@jest/globals';
import { type CensusSums, censusTable } from './census-table.js';

const sums = (filed: number, netWan: number, netWanBefore: number): CensusSums => ({
  merchants: filed,
  shops: filed,
  filed,
  filedBefore: filed,
  netWan,
  netWanBefore,
  people: filed * 10,
  notable: 0,
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
    expect(table.total).toMatchObject({ merchants: 9, netWan: 1230, netWanBefore: 740 });
    expect(table.total.growthPct).toBe(6622);
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

  test('a city of two merchants tells no money at all', () => {
    const table = censusTable(['a'], new Map([['a', sums(2, 50, 40)]]));
    expect([table.rows[0]!.netWan, table.total.netWan, table.total.merchants]).toEqual([
      null,
      null,
      2,
    ]);
  });
});
