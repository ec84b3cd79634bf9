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

  /** `key kind`, `!` for required; the indicators; what may stand in its place. */
  const listed = (code: CategoryCode) =>
    neededFigures(categoryRules(PRESET_NOW, code), PRESET_NOW.ratings, [shops[0]!]).map(
      ({ key, kind, required, indicators, shop, alternative, options, name }) =>
        [
          `${key} ${kind}${required ? '!' : ''} ${indicators.join('+')}`,
          ...(key.startsWith(`shop.${shop}.`) ? ['of a shop'] : []),
          ...(alternative ? [`or ${alternative}`] : []),
          ...(options.length > 0 ? [`of ${options.length}`] : []),
          ...(name ? ['named by the rules'] : []),
        ].join(', '),
    );

  test('are these for category G', () => {
    expect(listed('G')).toEqual([
      'netWan wan! G1+G2',
      'agencyWan wan G1',
      'netWanYearBefore wan G2',
      'orders count! G3+G7',
      'parcels count! G3',
      'openedOn day! G4',
      'shop.a.rating.description rating G5, of a shop',
      'shop.a.rating.service rating G5, of a shop',
      'shop.a.rating.logistics rating G5, of a shop',
      'shop.a.ratedOn day G5, of a shop',
      'shop.a.netWan wan G5, of a shop',
      'shop.a.goodRatePct percent G6, of a shop',
      'shop.a.orders count G6+G8, of a shop',
      'complaintsAgainst count! G7',
      'complaintsUnanswered count! G7',
      'shop.a.dispatch48hPct percent G8, of a shop',
      ...['licence', 'permits', 'returns', 'complaints'].map(
        (item) => `tick.G9.${item} tick G9, named by the rules`,
      ),
      'insuredYearEnd count! G10',
      'insuredAverage count! G10',
      'familyWorkers count G10',
      'taxPaidWan wan! G12, or choice.taxBand',
      'choice.taxBand choice G12, of 7',
      'tick.G12.declaration tick G12',
      'registeredMarks count G14',
      'furtherRights count G14',
      'brandSalesSharePct percent G14',
      'samplingFailure samplingFailures! G18',
    ]);
  });

  test('are these for category N, and no family workers for Y', () => {
    expect(listed('N').slice(0, 17)).toEqual([
      'certification certifications N1, of 4',
      'conformityBatchPct percent N2',
      'tick.N2.trace tick N2, named by the rules',
      'tick.N2.test tick N2, named by the rules',
      'registeredMarks count N3',
      'tick.N3.regionalBrand tick N3, named by the rules',
      'brandSalesSharePct percent N3',
      'farmGoodsNetWan wan! N5+N6',
      'farmGoodsNetWanYearBefore wan N6',
      'orders count! N7',
      'parcels count! N7',
      'platformCount count N8',
      'repurchaseRatePct percent N8',
      'farmHouseholds count N9',
      'localPurchaseWan wan N10',
      'purchasePremiumPct percent N10',
      'shop.a.rating.description rating N13, of a shop',
    ]);
    expect(keys('Y')).not.toContain('familyWorkers');
  });
});
