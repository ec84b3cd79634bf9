import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import { RuleError } from '../rule-error.js';
import { canonicalJson } from './canonical-json.js';
import { publicRecords } from './public-record.js';

const taxed = (number: number, taxPaidWan: number | null | undefined, group: string | null) => {
  const record = sampleRecord('G', number);
  return {
    ...record,
    relatedGroup: group,
    figures: { ...record.figures, amounts: { ...record.figures.amounts, taxPaidWan } },
  };
};

describe('records as they are published', () => {
  it.each([
    [6_000, 5_000],
    [5_000, 5_000],
    [4_999, 2_000],
    [299, 0],
    [-1, 0],
    [null, null],
    [undefined, undefined],
  ])('tell of %s of tax paid the edge %s of its band', (paid, edge) => {
    const [record] = publicRecords(PRESET_2013, [taxed(1, paid, null)]);
    expect(record!.figures.amounts.taxPaidWan).toBe(edge);
    expect(record!.figures.amounts.netWan).toBe(110_000);
  });

  it('number tied merchants in the order of receipts', () => {
    const records = [
      taxed(3, 1, '王氏'),
      taxed(1, 1, '李氏'),
      taxed(4, 1, '李氏'),
      taxed(2, 1, null),
    ];
    expect(
      publicRecords(PRESET_2013, records).map((one) => [one.receiptNumber, one.relatedGroup]),
    ).toEqual([
      ['2013-G-0001', 'group-1'],
      ['2013-G-0002', null],
      ['2013-G-0003', 'group-2'],
      ['2013-G-0004', 'group-1'],
    ]);
  });

  it('keep the points of a bonus and a deduction, and nothing that was written about them', () => {
    const item = { reason: '王建国的善举', evidence: '文件', points: 100 };
    const [record] = publicRecords(PRESET_2013, [
      { ...sampleRecord('G', 1), bonuses: [item], deductions: [{ ...item, points: 50 }] },
    ]);
    expect(record!.bonuses).toEqual([{ reason: '', evidence: '', points: 100 }]);
    expect(record!.deductions).toEqual([{ reason: '', evidence: '', points: 50 }]);
  });
});

describe('canonical text', () => {
  it('depends on the value alone', () => {
    expect(canonicalJson({ b: [1, -0, null], a: { y: 'ü', x: undefined }, c: true })).toBe(
      '{"a":{"y":"ü"},"b":[1,0,null],"c":true}',
    );
  });

  it.each([
    [{ a: [{ b: 0.5 }] }, 'notWhole', '$.a[0].b'],
    [Number.NaN, 'notWhole', '$'],
    [2 ** 53, 'notWhole', '$'],
    [[undefined], 'notJson', '$[0]'],
    [{ a: () => 1 }, 'notJson', '$.a'],
    [5n, 'notJson', '$'],
  ])('%# is refused by its path', (value, reason, path) => {
    expect(() => canonicalJson(value)).toThrow(
      new RuleError(`provenance.error.${reason}`, { path }),
    );
  });
});
