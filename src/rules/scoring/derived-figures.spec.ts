import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules } from './category-sheets.js';
import { derivedFigures } from './derived-figures.js';
import type { Figures, ShopFigures } from './figures.js';

const shop = (name: string, netWan: number): ShopFigures => ({
  shop: name,
  platform: 'taobao',
  netWan,
  orders: 100,
  goodRatePct: null,
  dispatch48hPct: null,
  ratings: [],
});
const figures = (netWan: number, ticks: Figures['ticks'] = {}): Figures => ({
  amounts: { netWan },
  openedOn: null,
  shops: [shop('a', 40_000), shop('b', 20_000)],
  choices: {},
  samplingFailures: null,
  certifications: null,
  ticks,
  notApplicable: [],
});
const derived = (code: 'G' | 'Y', netWan: number, corrections = 0) =>
  derivedFigures(categoryRules(PRESET_NOW, code), {
    claimed: figures(60_000),
    verified: figures(netWan, { 'G19.notReduced': true }),
    corrections,
  });

describe('what follows from the verdicts', () => {
  test('a figure cut by 55 % counts in G19, whatever was stored, and in the shops', () => {
    const { ticks, shops } = derived('G', 27_000);
    expect(ticks).toEqual({ 'G19.completeFirst': true, 'G19.notReduced': false });
    expect(shops.map(({ netWan }) => netWan)).toEqual([18_000, 9000]);
    expect(shops.map(({ orders }) => orders)).toEqual([100, 100]);
  });

  test('orders that the whole has not are shared out too; what a shop has not stated stays so', () => {
    const category = categoryRules(PRESET_NOW, 'G');
    const shops = [shop('a', 40_000), { ...shop('b', 20_000), netWan: null }];
    const verified = { ...figures(30_000), shops, amounts: { netWan: 30_000, orders: 101 } };
    const found = derivedFigures(category, { claimed: verified, verified, corrections: 0 }).shops;
    expect(found.map(({ netWan, orders }) => [netWan, orders])).toEqual([
      [30_000, 50],
      [null, 50],
    ]);
  });

  test('shops that have less than the whole, or of which the whole is unknown, stay as they are', () => {
    const category = categoryRules(PRESET_NOW, 'G');
    for (const netWan of [90_000, 60_000, null]) {
      const verified = { ...figures(0), amounts: { netWan, orders: null } };
      const { shops } = derivedFigures(category, { claimed: verified, verified, corrections: 0 });
      expect(shops).toEqual(verified.shops);
    }
  });

  test('exactly 5 % less is not reduced, and one correction is not complete', () => {
    expect(derived('G', 57_000, 1).ticks).toEqual({
      'G19.completeFirst': false,
      'G19.notReduced': true,
    });
  });

  test('a rubric without the items gets none', () => {
    expect(derived('Y', 27_000).ticks).toEqual({ 'G19.notReduced': true });
  });
});
