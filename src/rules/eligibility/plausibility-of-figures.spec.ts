import {
  checkFigures,
  type FigureComparison,
  type ReturnFigures,
} from './plausibility-of-figures.js';

/** Nothing given: each case gives what its question is about. */
const silent: ReturnFigures = {
  grossWan: null,
  refundWan: null,
  netWan: null,
  shopNetWan: [],
  orders: null,
  serviceOrders: null,
  parcels: null,
  taxPaidWan: null,
  staff: null,
  insured: null,
  refundRatePct: null,
  farmGoodsSharePct: null,
  farmGoodsNetWan: null,
  complaintsReceived: null,
  complaintsSettled: null,
};
const alone: FigureComparison = { previous: null, cityGrowthPct: null, taxShareBand: null };

const banded = { taxShareBand: { low: 0.01, high: 0.05 } };

const check = (figures: Partial<ReturnFigures>, comparison: Partial<FigureComparison> = {}) =>
  checkFigures({ ...silent, ...figures }, { ...alone, ...comparison });

type Case = readonly [string, Partial<ReturnFigures>, Partial<FigureComparison>?];

const unasked: readonly Case[] = [
  ['about an empty return', {}],
  ['about five yuan an order', { netWan: 50_000, orders: 1_000_000 }],
  ['about five thousand yuan an order', { netWan: 50_000, orders: 1_000 }],
  ['about orders without sales', { orders: 1_000 }],
  ['about sales without orders', { netWan: 50_000, orders: 0 }],
  ['about seven parcels for ten orders', { orders: 1_000, serviceOrders: 0, parcels: 700 }],
  ['about twelve parcels for ten orders', { orders: 1_000, serviceOrders: 0, parcels: 1_200 }],
  ['about parcels that nobody counted', { orders: 1_000, serviceOrders: 0 }],
  ['about parcels beside services that nobody counted', { orders: 1_000, parcels: 0 }],
  ['about parcels of services', { orders: 100, serviceOrders: 100, parcels: 5 }],
  ['about more services than orders', { orders: 100, serviceOrders: 200, parcels: 0 }],
  ['about tax without a band', { taxPaidWan: 1, netWan: 50_000 }],
  ['about tax at the lower end of the band', { taxPaidWan: 500, netWan: 50_000 }, banded],
  ['about tax at the upper end of the band', { taxPaidWan: 2_500, netWan: 50_000 }, banded],
  ['about tax not given', { netWan: 50_000 }, banded],
  ['about tax beside no sales', { taxPaidWan: 1 }, banded],
  ['about tax beside sales of nothing', { taxPaidWan: 1, netWan: 0 }, banded],
  ['about everybody insured', { staff: 25, insured: 25 }],
  ['about a fifth insured', { staff: 20, insured: 4 }],
  ['about nobody insured of nineteen', { staff: 19, insured: 0 }],
  ['about insured people without a staff', { insured: 20 }],
  ['about a staff of whom nobody counted the insured', { staff: 30 }],
  [
    'about growth of exactly five times the city’s',
    { netWan: 20_000 },
    { previous: { ...silent, netWan: 10_000 }, cityGrowthPct: 20_00 },
  ],
  ['about growth from a year nobody knows', { netWan: 20_000 }, { cityGrowthPct: 20_00 }],
  [
    'about growth from nothing',
    { netWan: 20_000 },
    { previous: { ...silent, netWan: 0 }, cityGrowthPct: 20_00 },
  ],
  ...[null, 0, -5_00].map((cityGrowthPct): Case => [
    `about growth in a city that grew by ${cityGrowthPct}`,
    { netWan: 20_000 },
    { previous: { ...silent, netWan: 10_000 }, cityGrowthPct },
  ]),
  ['about refunds of two fifths', { refundWan: 20_000, grossWan: 50_000 }],
  ['about refunds of nothing', { refundWan: 20_000 }],
  ['about refunds of sales of nothing', { refundWan: 20_000, grossWan: 0 }],
  [
    'about a refund rate within ten points',
    { refundRatePct: 20_00, refundWan: 5_000, grossWan: 50_000 },
  ],
  ['about a refund rate without amounts', { refundRatePct: 20_00, grossWan: 50_000 }],
  ['about amounts without a refund rate', { refundWan: 15_000, grossWan: 50_000 }],
  ['about shops that add up to half a per cent', { netWan: 200, shopNetWan: [100, 101] }],
  ['about shops without a total', { shopNetWan: [100] }],
  ['about a total without shops', { netWan: 200 }],
  ['about every complaint settled', { complaintsReceived: 4, complaintsSettled: 4 }],
  ['about complaints that nobody counted', { complaintsSettled: 4 }],
  [
    'about a farm share within a point',
    { farmGoodsSharePct: 61_00, farmGoodsNetWan: 300, netWan: 500 },
  ],
  [
    'about changes of thirty per cent',
    { netWan: 130, orders: 50 },
    { previous: { ...silent, netWan: 100, orders: 100 } },
  ],
  [
    'about everything having halved',
    { netWan: 50, orders: 50 },
    { previous: { ...silent, netWan: 100, orders: 100 } },
  ],
  [
    'about sales that grew where nobody counted orders any more',
    { netWan: 200 },
    { previous: { ...silent, netWan: 100, orders: 100 } },
  ],
  ...[null, 0].map((orders): Case => [
    `about fewer sales where orders before were ${orders}`,
    { netWan: 50, orders: 10 },
    { previous: { ...silent, netWan: 100, orders } },
  ]),
];

describe('no question', () => {
  it.each(
    unasked.map(([title, figures, comparison = {}]) => [title, figures, comparison] as const),
  )('%s', (_title, figures, comparison) => {
    expect(check(figures, comparison)).toEqual([]);
  });
});

type Question = readonly [
  rule: string,
  severity: string,
  fields: readonly string[],
  values: object,
  figures: Partial<ReturnFigures>,
  comparison?: Partial<FigureComparison>,
];

const asked: readonly Question[] = [
  [
    'X1',
    'Flag',
    ['netWan', 'orders'],
    { netWan: 50_000, orders: 999, averageYuan: 5005.01 },
    { netWan: 50_000, orders: 999 },
  ],
  [
    'X1',
    'Flag',
    ['netWan', 'orders'],
    { netWan: 4_999, orders: 100_000, averageYuan: 5 },
    { netWan: 4_999, orders: 100_000 },
  ],
  [
    'X2',
    'Flag',
    ['parcels', 'orders'],
    { parcels: 349, orders: 500, ratio: 0.7 },
    { orders: 1_000, serviceOrders: 500, parcels: 349 },
  ],
  [
    'X2',
    'Flag',
    ['parcels', 'orders'],
    { parcels: 1_201, orders: 1_000, ratio: 1.2 },
    { orders: 1_000, serviceOrders: 0, parcels: 1_201 },
  ],
  [
    'X3',
    'Flag',
    ['taxPaidWan', 'netWan'],
    { taxPaidWan: 499, netWan: 50_000, sharePct: 1 },
    { taxPaidWan: 499, netWan: 50_000 },
    banded,
  ],
  [
    'X3',
    'Flag',
    ['taxPaidWan', 'netWan'],
    { taxPaidWan: 2_501, netWan: 50_000, sharePct: 5 },
    { taxPaidWan: 2_501, netWan: 50_000 },
    banded,
  ],
  ['X4', 'Flag', ['insured', 'staff'], { insured: 3, staff: 20 }, { staff: 20, insured: 3 }],
  ['X4', 'Error', ['insured', 'staff'], { insured: 26, staff: 25 }, { staff: 25, insured: 26 }],
  [
    'X5',
    'Flag',
    ['netWan'],
    { netWan: 50_000, previousNetWan: 10_000, growthPct: 400 },
    { netWan: 50_000 },
    { previous: { ...silent, netWan: 10_000 }, cityGrowthPct: 66_22 },
  ],
  [
    'X6',
    'Flag',
    ['refundWan', 'grossWan'],
    { refundWan: 30_000, grossWan: 50_000, sharePct: 60 },
    { refundWan: 30_000, grossWan: 50_000 },
  ],
  [
    'X7',
    'Flag',
    ['refundRatePct', 'refundWan', 'grossWan'],
    { statedPct: 20.01, computedPct: 10 },
    { refundRatePct: 20_01, refundWan: 5_000, grossWan: 50_000 },
  ],
  [
    'X8',
    'Error',
    ['netWan'],
    { sumWan: 201, netWan: 199 },
    { netWan: 199, shopNetWan: [100, 101] },
  ],
  [
    'X10',
    'Error',
    ['complaintsReceived', 'complaintsSettled'],
    { complaintsReceived: 4, complaintsSettled: 5 },
    { complaintsReceived: 4, complaintsSettled: 5 },
  ],
  [
    'X11',
    'Flag',
    ['farmGoodsSharePct', 'farmGoodsNetWan', 'netWan'],
    { statedPct: 61.01, computedPct: 60 },
    { farmGoodsSharePct: 61_01, farmGoodsNetWan: 300, netWan: 500 },
  ],
  [
    'X16',
    'Flag',
    ['netWan', 'insured'],
    { netWanChangePct: 31, insuredChangePct: -50 },
    { netWan: 131, insured: 5 },
    { previous: { ...silent, netWan: 100, insured: 10 } },
  ],
];

describe('a question names its fields and the compared values', () => {
  it.each(asked.map(([rule, ...question]) => [rule, question] as const))(
    '%s: %j',
    (rule, [severity, fields, values, figures, comparison = {}]) => {
      expect(check(figures, comparison)).toEqual([
        { rule, severity, fields, values, messageKey: `plausibility.${rule}` },
      ]);
    },
  );
});
