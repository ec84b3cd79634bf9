import { checkAgainstOthers, checkVerdicts } from './plausibility-of-comparisons.js';
import type { ComparedApplication } from './plausibility-of-comparisons.js';

const bare: ComparedApplication = {
  application: 'a1',
  category: 'G',
  creditCode: null,
  relatedCreditCodes: [],
  telephones: [],
  addresses: [],
  headName: '郑样本',
  files: [],
  shops: [],
};
const bareOther = { ...bare, application: 'a2', headName: '孙样本' };

const check = (own: Partial<ComparedApplication>, other: Partial<ComparedApplication>) =>
  checkAgainstOthers({ ...bare, ...own }, [{ ...bareOther, ...other }]);

describe('nothing in common', () => {
  it.each<[string, Partial<ComparedApplication>, Partial<ComparedApplication>]>([
    ['without numbers and relations', {}, {}],
    ['two telephones that are not given', { telephones: [''] }, { telephones: [' '] }],
    [
      'two shops of one host without numbers',
      { shops: [{ host: 'shop.example', shopNo: null }] },
      { shops: [{ host: 'shop.example', shopNo: null }] },
    ],
    [
      'one number at two hosts',
      { shops: [{ host: 'shop.example', shopNo: '7' }] },
      { shops: [{ host: 'mall.example', shopNo: '7' }] },
    ],
    [
      'a picture and a text',
      { files: [{ name: '甲.png', sha256: 'aa', imageHash: '00000000000000ff' }] },
      { files: [{ name: '乙.pdf', sha256: 'bb', imageHash: null }] },
    ],
    [
      'a text and a picture',
      { files: [{ name: '甲.pdf', sha256: 'aa', imageHash: null }] },
      { files: [{ name: '乙.png', sha256: 'bb', imageHash: '00000000000000ff' }] },
    ],
    [
      'two texts',
      { files: [{ name: '甲.pdf', sha256: 'aa', imageHash: null }] },
      { files: [{ name: '乙.pdf', sha256: 'bb', imageHash: null }] },
    ],
  ])('%s', (_title, own, other) => {
    expect(check(own, other)).toEqual([]);
  });
});

describe('what two applications share', () => {
  it.each<
    [string, readonly string[], object, Partial<ComparedApplication>, Partial<ComparedApplication>]
  >([
    [
      'X13',
      ['attachments'],
      { file: '甲.png', otherFile: '乙.png', other: 'a2' },
      { files: [{ name: '甲.png', sha256: 'aa', imageHash: null }] },
      { files: [{ name: '乙.png', sha256: 'aa', imageHash: null }] },
    ],
    [
      'X14',
      ['contactTelephone', 'workingAddress'],
      { other: 'a2' },
      { telephones: ['13805700009', '138-0570-0001'], addresses: ['柯城区 示例路1号'] },
      { telephones: ['13805700001'], addresses: ['柯城区示例路1号'] },
    ],
    [
      'X15',
      ['relatedMerchants'],
      { other: 'a2', category: 'G' },
      { relatedCreditCodes: ['92330803MA2TEKT7XJ'] },
      { creditCode: '92330803MA2TEKT7XJ' },
    ],
    [
      'X20',
      ['url', 'shopNo'],
      { host: 'shop.example', shopNo: '7', other: 'a2' },
      { shops: [{ host: 'shop.example', shopNo: '7' }] },
      {
        shops: [
          { host: 'mall.example', shopNo: '1' },
          { host: 'shop.example', shopNo: '7' },
        ],
      },
    ],
  ])('%s names %j and %j', (rule, fields, values, own, other) => {
    expect(check(own, other)).toEqual([
      { rule, severity: 'Flag', fields, values, messageKey: `plausibility.${rule}` },
    ]);
  });
});

it('a verdict far below the claim names the figure and both values', () => {
  expect(checkVerdicts([{ field: 'orders', claimed: 1000, verified: 949 }])).toEqual([
    {
      rule: 'X19',
      severity: 'Flag',
      fields: ['orders'],
      values: { field: 'orders', claimed: 1000, verified: 949 },
      messageKey: 'plausibility.X19',
    },
  ]);
});
