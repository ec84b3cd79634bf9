import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules } from '../../src/rules/scoring/category-sheets.js';
import { claimableIndicators, neededFigures } from '../../src/rules/scoring/needed-figures.js';
import type { CategoryCode } from '../../src/rules/scoring/rule-set.js';

const shops = [
  { id: 'a', platform: 'taobao' },
  { id: 'b', platform: 'own' },
];
const needed = (code: CategoryCode) =>
  neededFigures(categoryRules(PRESET_NOW, code), PRESET_NOW.ratings, shops);
const keys = (code: CategoryCode) => needed(code).map(({ key }) => key);

describe('the figures a rubric needs of an applicant', () => {
  test('category N asks for farm goods, G for growth of all sales', () => {
    expect(keys('N')).toEqual(
      expect.arrayContaining(['farmGoodsNetWan', 'certification', 'farmHouseholds']),
    );
    expect(keys('N')).not.toContain('netWanYearBefore');
    expect(keys('G')).toContain('netWanYearBefore');
    expect(keys('G')).not.toContain('farmHouseholds');
  });

  test('category Y asks for two years back and for where the founder started', () => {
    expect(keys('Y')).toEqual(
      expect.arrayContaining(['netWanTwoYearsBefore', 'circumstances', 'training']),
    );
  });

  test('a shop on a platform without ratings is asked for despatch and orders only', () => {
    expect(keys('G').filter((key) => key.startsWith('shop.b'))).toEqual([
      'shop.b.dispatch48hPct',
      'shop.b.orders',
    ]);
    expect(keys('G').filter((key) => key.startsWith('shop.a'))).toEqual([
      'shop.a.rating.description',
      'shop.a.rating.service',
      'shop.a.rating.logistics',
      'shop.a.ratedOn',
      'shop.a.netWan',
      'shop.a.goodRatePct',
      'shop.a.orders',
      'shop.a.dispatch48hPct',
    ]);
  });

  test('each figure is asked for once, at every indicator that uses it', () => {
    expect(new Set(keys('G')).size).toBe(keys('G').length);
    expect(needed('G').find(({ key }) => key === 'orders')?.indicators).toEqual(['G3', 'G7']);
  });

  test('a tax band may stand in for the tax', () => {
    expect(needed('G').find(({ key }) => key === 'taxPaidWan')).toMatchObject({
      kind: 'wan',
      required: true,
      alternative: 'choice.taxBand',
      indicators: ['G12'],
    });
  });

  test('nothing is asked for that the office finds out itself or that belongs to the defence', () => {
    const codes = (code: CategoryCode) =>
      claimableIndicators(categoryRules(PRESET_NOW, code)).map((one) => one.code);
    expect(codes('G')).not.toContain('G19');
    expect(codes('Y').filter((code) => ['Y16', 'Y17', 'Y18'].includes(code))).toEqual([]);
    expect(keys('Y')).not.toContain('overtimeSeconds');
    expect(keys('G').filter((key) => key.startsWith('tick.G19'))).toEqual([]);
  });
});
