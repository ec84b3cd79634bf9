import { describe, expect, it } from '@jest/globals';
import { returnFacts } from '../../../test/support/register-entries.js';
import { doubtKey } from './field-problem.js';
import { type ReturnComparison, returnDoubts } from './return-doubts.js';

const alone: ReturnComparison = { year: 2025, netBefore: null, cityGrowthPct: null };
const codes = (...given: Parameters<typeof returnDoubts>) =>
  returnDoubts(...given).map(({ field, code }) => `${field} ${code.split('.').at(-1)}`);
const sales = (grossWan: number, orders: number) => returnFacts({ grossWan, orders });

describe('figures of a year', () => {
  it.each([
    ['5 yuan an order', sales(5, 100), []],
    ['less', sales(4, 100), ['grossWan order']],
    ['5,000 yuan an order', sales(5000, 100), []],
    ['more', sales(5001, 100), ['grossWan order']],
    ['nothing sold', sales(0, 0), []],
    ['no orders counted', sales(100, 0), []],
  ])('with %s', (_, facts, expected) => {
    expect(codes(facts, alone)).toEqual(expected);
  });

  it('are asked at the shop when the total looks right', () => {
    const shop = (shopId: string, grossWan: number, orders: number) => ({
      shopId,
      grossWan,
      orders,
      refundWan: 0,
    });
    const shops = [shop('a', 100_00, 1000), shop('b', 200_00, 10)];
    expect(codes({ ...sales(300_00, 1010), shops }, alone)).toEqual(['shop.b.grossWan order']);
    expect(codes({ ...sales(300_00, 1), shops }, alone)).toEqual(['grossWan order']);
  });

  it.each([
    ['ten times the year before, the city unknown', 1000, 100, null, []],
    ['more than ten times', 1001, 100, null, ['grossWan growth']],
    ['half more, whatever the city', 150, 100, 1_00, []],
    [
      'more than that and than five times the growth of the city',
      151,
      100,
      1_00,
      ['grossWan growth'],
    ],
    ['five times the growth of the city', 431, 100, 66_22, []],
    ['more than five times', 432, 100, 66_22, ['grossWan growth']],
    ['a hundredth of the year before', 100, 10_000, 66_22, []],
    ['less', 99, 10_000, 66_22, ['grossWan growth']],
    ['nothing the year before', 10_000, 0, 66_22, []],
  ] as const)('with %s', (_, net, netBefore, cityGrowthPct, expected) => {
    const facts = sales(net, net * 2);
    expect(codes(facts, { year: 2025, netBefore, cityGrowthPct })).toEqual(expected);
  });

  it('that were confirmed are asked again when they change, and only then', () => {
    const key = (net: number) => doubtKey(returnDoubts(sales(net, 1), alone)[0]!);
    expect(key(3_250_000_00)).toBe(key(3_250_000_00));
    expect(key(3_250_000_00)).not.toBe(key(3_250_001_00));
  });
});
