import {
  checkAgainstOthers,
  checkVerdicts,
  type ComparedApplication,
} from './plausibility-of-comparisons.js';
import { checkDates, type DatedFacts } from './plausibility-of-dates.js';
import {
  checkFigures,
  type FigureComparison,
  type ReturnFigures,
} from './plausibility-of-figures.js';
import type { PlausibilityFinding } from './plausibility.js';

const plain: ReturnFigures = {
  grossWan: 550_00,
  refundWan: 50_00,
  netWan: 500_00,
  shopNetWan: [300_00, 200_00],
  orders: 50_000,
  serviceOrders: 0,
  parcels: 48_000,
  taxPaidWan: 10_00,
  staff: 25,
  insured: 20,
  refundRatePct: 9_00,
  farmGoodsSharePct: 60_00,
  farmGoodsNetWan: 300_00,
  complaintsReceived: 4,
  complaintsSettled: 4,
};
const alone: FigureComparison = { previous: null, cityGrowthPct: null, taxShareBand: null };

function inShort(findings: readonly PlausibilityFinding[]) {
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

it('has no question about a plain return', () => {
  expect(
    checkFigures(plain, {
      previous: { ...plain, netWan: 400_00, orders: 45_000 },
      cityGrowthPct: 66_22,
      taxShareBand: { low: 0.005, high: 0.05 },
    }),
  ).toEqual([]);
});

it('names fields, values and rule', () => {
  expect(checkFigures({ ...plain, parcels: 30_000 }, alone)).toEqual([
    {
      rule: 'X2',
      severity: 'Flag',
      fields: ['parcels', 'orders'],
      values: { parcels: 30_000, orders: 50_000, ratio: 0.6 },
      messageKey: 'plausibility.X2',
    },
  ]);
});

describe('figures', () => {
  it.each<[string, Partial<ReturnFigures>, readonly string[]]>([
    ['5 yuan an order is still plausible', { orders: 1_000_000, parcels: 1_000_000 }, []],
    ['less than 5 yuan an order', { orders: 1_000_001, parcels: 1_000_000 }, ['X1 Flag']],
    ['more than 5000 yuan an order', { orders: 999, parcels: 999 }, ['X1 Flag']],
    ['0.7 parcels an order', { parcels: 35_000 }, []],
    ['1.2 parcels an order', { parcels: 60_000 }, []],
    ['more than 1.2 parcels an order', { parcels: 60_001 }, ['X2 Flag']],
    ['service orders need no parcel', { parcels: 30_000, serviceOrders: 15_000 }, []],
    ['more insured than staff', { insured: 26 }, ['X4 Error']],
    ['one in five insured', { insured: 5 }, []],
    ['fewer than one in five insured', { insured: 4 }, ['X4 Flag']],
    ['few insured in a small firm', { staff: 19, insured: 1 }, []],
    ['shops within 0.5 % of the total', { shopNetWan: [300_00, 202_50] }, []],
    ['shops beyond 0.5 % of the total', { shopNetWan: [300_00, 202_51] }, ['X8 Error']],
    ['40 % refunds', { refundWan: 220_00, refundRatePct: 40_00 }, []],
    ['more than 40 % refunds', { refundWan: 220_01, refundRatePct: 40_00 }, ['X6 Flag']],
    ['refund rate 10 points off', { refundRatePct: 19_10 }, ['X7 Flag']],
    ['more complaints settled than received', { complaintsSettled: 5 }, ['X10 Error']],
    ['farm share one point off', { farmGoodsSharePct: 61_00 }, []],
    ['farm share more than one point off', { farmGoodsSharePct: 61_01 }, ['X11 Flag']],
    [
      'orders and shares not given',
      { orders: null, refundRatePct: null, farmGoodsSharePct: null, insured: null },
      [],
    ],
  ])('%s', (_name, figures, expected) => {
    expect(inShort(checkFigures({ ...plain, ...figures }, alone))).toEqual(expected);
  });

  it('compares growth with five times the growth of the city', () => {
    const previous = { ...plain, netWan: 100_00, orders: 20_000 };
    const grown = { ...plain, netWan: 431_10, shopNetWan: [], farmGoodsSharePct: null };
    const comparison = { previous, cityGrowthPct: 66_22, taxShareBand: null };
    expect(inShort(checkFigures(grown, comparison))).toEqual([]);
    expect(inShort(checkFigures({ ...grown, netWan: 431_11 }, comparison))).toEqual(['X5 Flag']);
  });

  it('compares the tax share with the category', () => {
    const band = { low: 0.01, high: 0.015 };
    expect(checkFigures(plain, { ...alone, taxShareBand: band })).toMatchObject([
      { rule: 'X3', values: { taxPaidWan: 1000, netWan: 50000, sharePct: 2 } },
    ]);
  });

  it('asks when sales rise by half and insured staff falls by half', () => {
    const previous = { ...plain, netWan: 300_00, insured: 40 };
    expect(checkFigures(plain, { ...alone, previous })).toMatchObject([
      {
        rule: 'X16',
        fields: ['netWan', 'insured'],
        values: { netWanChangePct: 66.67, insuredChangePct: -50 },
      },
    ]);
  });
});

describe('dates', () => {
  const dated: DatedFacts = {
    filedOn: '2013-06-20',
    applicationDeadline: '2013-06-28',
    ratings: [{ platform: '淘宝', date: '2013-04-21' }],
    certifications: [{ number: 'LB-1', validTo: '2013-06-29' }],
    shops: [
      {
        shopName: '示例小店',
        openedOn: '2010-05-01',
        firstSalesYear: 2010,
        deliveryPromiseHours: 24,
        dispatch48hPct: 90_00,
      },
    ],
  };

  it('has no question about dates on the limit', () => {
    expect(checkDates(dated)).toEqual([]);
  });

  it.each<[string, Partial<DatedFacts>, readonly string[]]>([
    ['a rating of 61 days', { ratings: [{ platform: '淘宝', date: '2013-04-20' }] }, ['X9 Flag']],
    [
      'a certificate that ends on the deadline',
      { certifications: [{ number: 'LB-1', validTo: '2013-06-28' }] },
      ['X12 Flag'],
    ],
    [
      'sales before the shop opened',
      {
        shops: [
          {
            shopName: '示例小店',
            openedOn: '2011-01-01',
            firstSalesYear: 2010,
            deliveryPromiseHours: null,
            dispatch48hPct: null,
          },
        ],
      },
      ['X17 Error'],
    ],
    [
      'a promise the despatch cannot keep',
      { shops: [{ ...dated.shops[0]!, dispatch48hPct: 89_99 }] },
      ['X18 Flag'],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(inShort(checkDates({ ...dated, ...facts }))).toEqual(expected);
  });
});

describe('one application against others', () => {
  const own: ComparedApplication = {
    application: 'a1',
    category: 'G',
    creditCode: '91330802MA2TEKT7X7',
    relatedCreditCodes: [],
    telephones: ['13805700001'],
    addresses: ['柯城区示例路1号'],
    headName: '郑样本',
    files: [{ name: '甲.png', sha256: 'aa', imageHash: '00000000000000ff' }],
    shops: [{ host: 'shop.example', shopNo: '1001' }],
  };
  const other: ComparedApplication = {
    ...own,
    application: 'a2',
    creditCode: '92330803MA2TEKT7XJ',
    telephones: ['13805700002'],
    addresses: ['衢江区示例路2号'],
    headName: '孙样本',
    files: [{ name: '乙.png', sha256: 'bb', imageHash: 'ff00000000000000' }],
    shops: [{ host: 'shop.example', shopNo: '1002' }],
  };

  it('finds nothing in two unrelated applications, nor in itself', () => {
    expect(checkAgainstOthers(own, [own, other])).toEqual([]);
  });

  it.each<[string, Partial<ComparedApplication>, object]>([
    [
      'the same file',
      { files: [{ name: '甲.png', sha256: 'aa', imageHash: null }] },
      { rule: 'X13' },
    ],
    [
      'a picture that differs in five bits',
      { files: [{ name: '乙.png', sha256: 'bb', imageHash: '00000000000000e0' }] },
      { rule: 'X13', values: { file: '甲.png', otherFile: '乙.png', other: 'a2' } },
    ],
    [
      'the same telephone and head',
      { telephones: ['138-0570-0001'], headName: '郑样本' },
      { rule: 'X14', fields: ['contactTelephone', 'headName'] },
    ],
    [
      'a subsidiary in the same category',
      { relatedCreditCodes: ['91330802MA2TEKT7X7'] },
      { rule: 'X15' },
    ],
    [
      'one shop registered twice',
      { shops: [{ host: 'shop.example', shopNo: '1001' }] },
      { rule: 'X20', values: { host: 'shop.example', shopNo: '1001', other: 'a2' } },
    ],
  ])('%s', (_name, facts, expected) => {
    expect(checkAgainstOthers(own, [{ ...other, ...facts }])).toMatchObject([expected]);
  });

  it('leaves a picture alone that differs in six bits', () => {
    const files = [{ name: '乙.png', sha256: 'bb', imageHash: '00000000000000c0' }];
    expect(checkAgainstOthers(own, [{ ...other, files }])).toEqual([]);
  });

  it('lets parent and subsidiary apply in different categories', () => {
    const subsidiary = { ...other, category: 'N', relatedCreditCodes: ['91330802MA2TEKT7X7'] };
    expect(checkAgainstOthers(own, [subsidiary])).toEqual([]);
  });
});

it('notes a figure verified more than five percent below the claim', () => {
  expect(
    checkVerdicts([
      { field: 'orders', claimed: 1000, verified: 950 },
      { field: 'netWan', claimed: 1000, verified: 949 },
    ]),
  ).toMatchObject([{ rule: 'X19', fields: ['netWan'], values: { claimed: 1000, verified: 949 } }]);
});
