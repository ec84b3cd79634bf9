import { checkDates, type DatedFacts } from './plausibility-of-dates.js';

const shop: DatedFacts['shops'][number] = {
  shopName: '示例小店',
  openedOn: '2010-05-01',
  firstSalesYear: null,
  deliveryPromiseHours: null,
  dispatch48hPct: null,
};
const silent: DatedFacts = {
  filedOn: '2013-06-20',
  applicationDeadline: '2013-06-28',
  ratings: [],
  certifications: [],
  shops: [],
};

describe('no question about a shop', () => {
  it.each<[string, Partial<typeof shop>]>([
    ['whose first sales nobody knows', {}],
    ['without a promise', { dispatch48hPct: 89_99 }],
    ['with a promise of more than two days', { deliveryPromiseHours: 49, dispatch48hPct: 89_99 }],
    ['whose despatch nobody measured', { deliveryPromiseHours: 24 }],
  ])('%s', (_title, facts) => {
    expect(checkDates({ ...silent, shops: [{ ...shop, ...facts }] })).toEqual([]);
  });
});

it.each<[string, string, readonly string[], object, Partial<DatedFacts>]>([
  [
    'X9',
    'Flag',
    ['ratings'],
    { platform: '淘宝', date: '2013-04-20', days: 61 },
    { ratings: [{ platform: '淘宝', date: '2013-04-20' }] },
  ],
  [
    'X12',
    'Flag',
    ['certifications'],
    { number: 'LB-1', validTo: '2013-06-28', deadline: '2013-06-28' },
    { certifications: [{ number: 'LB-1', validTo: '2013-06-28' }] },
  ],
  [
    'X17',
    'Error',
    ['openedOn'],
    { shopName: '示例小店', openedOn: '2010-05-01', firstSalesYear: 2009 },
    { shops: [{ ...shop, firstSalesYear: 2009 }] },
  ],
  [
    'X18',
    'Flag',
    ['deliveryPromise', 'dispatch48hPct'],
    { shopName: '示例小店', deliveryPromiseHours: 48, dispatch48hPct: 89.99 },
    { shops: [{ ...shop, deliveryPromiseHours: 48, dispatch48hPct: 89_99 }] },
  ],
])('%s %s names %j and %j', (rule, severity, fields, values, facts) => {
  expect(checkDates({ ...silent, ...facts })).toEqual([
    { rule, severity, fields, values, messageKey: `plausibility.${rule}` },
  ]);
});
