import { changedFields, recordFacts, searchName } from './merchant-facts.js';
import type { MerchantFacts, RecordFacts } from './merchant-facts.js';
import { lastFullYear, returnYears } from './return-years.js';
import { SIZE_CLASSES, sizeClass, sizeRange } from './size-class.js';

describe('a version of a record', () => {
  const facts = { name: '甲', goodsCategories: ['food'], contactMobile: '13800138000' };

  it('keeps the open fields, an empty one as null, and none of the sealed ones', () => {
    const kept = recordFacts(facts as unknown as MerchantFacts);
    expect(kept).toMatchObject({ name: '甲', goodsCategories: ['food'], park: null });
    expect(Object.keys(kept)).not.toContain('contactMobile');
    expect(Object.keys(kept)).toHaveLength(25);
  });

  it('names the fields that changed, lists by their members, in the order of the form', () => {
    const before = { name: '甲', goodsCategories: ['food'], park: null } as Partial<RecordFacts>;
    expect(changedFields(before, { ...before })).toEqual([]);
    expect(changedFields(before, { ...before, goodsCategories: ['food'] })).toEqual([]);
    expect(changedFields(before, { goodsCategories: ['food', 'beauty'], name: '乙' })).toEqual([
      'name',
      'goodsCategories',
    ]);
    expect(changedFields({}, before)).toEqual(['name', 'goodsCategories']);
  });
});

describe('a name as it is searched', () => {
  it.each([
    ['  ＡＢＣ　 Trade \n Co ', 'abc trade co'],
    ['衢州（柑橘）', '衢州(柑橘)'],
    ['a'.repeat(61), 'a'.repeat(60)],
  ])('%j is %j', (name, searched) => {
    expect(searchName(name)).toBe(searched);
  });
});

describe('the years of a return', () => {
  it('are the last full year in Beijing time and the two before', () => {
    expect(returnYears('2026-06-30T00:00:00Z')).toEqual([2025, 2024, 2023]);
    expect(lastFullYear('2025-12-31T15:59:59Z')).toBe(2024);
    expect(lastFullYear('2025-12-31T16:00:00Z')).toBe(2025);
  });
});

describe('a class of size', () => {
  it.each([
    [-1, 'under10'],
    [9_99, 'under10'],
    [10_00, 'from10'],
    [99_99, 'from10'],
    [100_00, 'from100'],
    [500_00, 'from500'],
    [1999_99, 'from500'],
    [2000_00, 'from2000'],
  ])('of %i hundredths is %s', (netWan, code) => {
    expect(sizeClass(netWan)).toBe(code);
  });

  it('reaches from its edge to the next one; the smallest takes in losses, the largest has no end', () => {
    expect(SIZE_CLASSES.map(({ code }) => sizeRange(code))).toEqual([
      { from: -2_147_483_648, to: 10_00 },
      { from: 10_00, to: 100_00 },
      { from: 100_00, to: 500_00 },
      { from: 500_00, to: 2000_00 },
      { from: 2000_00, to: null },
    ]);
    expect(sizeRange('huge')).toBeNull();
  });
});
