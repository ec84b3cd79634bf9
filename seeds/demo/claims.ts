import type { RatingTable } from '../../src/rules/scoring/rule-set.js';
import { at } from './city.js';
import type { Dice } from './dice.js';
import { type CategoryLetter, type DemoMerchant, shopsIn } from './merchant.js';

/** One figure as `figuresOf` reads it. */
export interface Claim {
  readonly key: string;
  readonly value: string;
}

/** What a merchant claims for the year T in a category: the figures its rubric computes with. */
export function claimsOf(
  dice: Dice,
  merchant: DemoMerchant,
  category: CategoryLetter,
  year: number,
  ratings: RatingTable,
): Claim[] {
  const facts = { dice, merchant, year, quality: merchant.quality };
  const amounts = AMOUNTS[category].flatMap((key) => {
    const value = VALUES[key]!(facts);
    return value === null ? [] : [{ key, value: String(value) }];
  });
  return [
    ...amounts,
    ...shopClaims(facts, ratings),
    ...TICKS[category].map((item) => ({
      key: `tick.${item}`,
      value: dice.chance(0.55 + 0.45 * merchant.quality) ? '1' : '0',
    })),
    ...(category === 'N' ? certificates(facts) : []),
    ...(category === 'G' ? [{ key: 'openedOn', value: merchant.shops[0]!.openedOn }] : []),
    ...(category === 'G' ? [{ key: 'samplingFailure.none', value: '1' }] : []),
  ];
}

interface Facts {
  readonly dice: Dice;
  readonly merchant: DemoMerchant;
  readonly year: number;
  readonly quality: number;
}

const SHARED = ['orders', 'parcels', 'insuredYearEnd', 'insuredAverage'];
const COMPLAINTS = ['complaintsAgainst', 'complaintsUnanswered'];

const AMOUNTS: Readonly<Record<CategoryLetter, readonly string[]>> = {
  G: [
    'netWan',
    'netWanYearBefore',
    'agencyWan',
    ...SHARED,
    ...COMPLAINTS,
    'taxPaidWan',
    'registeredMarks',
    'furtherRights',
    'brandSalesSharePct',
  ],
  Y: [
    'netWan',
    'netWanYearBefore',
    'netWanTwoYearsBefore',
    'agencyWan',
    ...SHARED,
    ...COMPLAINTS,
    'circumstances',
    'training',
  ],
  N: [
    'netWan',
    'netWanYearBefore',
    'farmGoodsNetWan',
    'farmGoodsNetWanYearBefore',
    ...SHARED,
    'registeredMarks',
    'brandSalesSharePct',
    'conformityBatchPct',
    'repurchaseRatePct',
    'platformCount',
    'farmHouseholds',
    'localPurchaseWan',
    'purchasePremiumPct',
  ],
};

const TICKS: Readonly<Record<CategoryLetter, readonly string[]>> = {
  G: ['G9.licence', 'G9.permits', 'G9.returns', 'G9.complaints', 'G12.declaration'],
  Y: ['Y12.licence', 'Y12.permits', 'Y12.returns', 'Y12.complaints'],
  N: ['N2.trace', 'N2.test', 'N3.regionalBrand', 'N16.display'],
};

type Value = (facts: Facts) => number | null;

const net =
  (back: number): Value =>
  ({ merchant, year, dice }) => {
    const filed = merchant.sales.get(year - back);
    // The year before the survey was not filed: the applicant states it in the application.
    return filed ?? Math.round((merchant.sales.get(year - back + 1) ?? 0) / dice.real(1.1, 1.8));
  };
const filed =
  (key: 'orders' | 'parcels' | 'insuredYearEnd' | 'insuredAverage'): Value =>
  ({ merchant, year }) =>
    merchant.returns.get(year)?.[key] ?? null;
const stated =
  (key: string): Value =>
  ({ merchant, year }) =>
    merchant.returns.get(year)?.figures[key] ?? null;
const farm =
  (back: number): Value =>
  (facts) =>
    Math.floor(((net(back)(facts) ?? 0) * facts.merchant.farmGoodsSharePct) / 10_000);
/** Between two values, higher with quality. */
const rising =
  (low: number, high: number): Value =>
  ({ dice, quality }) =>
    Math.round(low + (high - low) * Math.min(1, quality * dice.real(0.75, 1.2)));

const VALUES: Readonly<Record<string, Value>> = {
  netWan: net(0),
  netWanYearBefore: net(1),
  netWanTwoYearsBefore: net(2),
  agencyWan: () => 0,
  farmGoodsNetWan: farm(0),
  farmGoodsNetWanYearBefore: farm(1),
  orders: filed('orders'),
  parcels: filed('parcels'),
  insuredYearEnd: filed('insuredYearEnd'),
  insuredAverage: filed('insuredAverage'),
  taxPaidWan: stated('taxPaidWan'),
  complaintsAgainst: ({ dice, quality }) => (dice.chance(quality) ? 0 : dice.whole(1, 2)),
  complaintsUnanswered: ({ dice, quality }) => (dice.chance(0.9 + quality / 10) ? 0 : 1),
  registeredMarks: ({ dice, quality }) => (dice.chance(quality + 0.1) ? 1 : 0),
  furtherRights: ({ dice, quality }) => (dice.chance(quality) ? dice.whole(1, 3) : 0),
  brandSalesSharePct: rising(1_000, 9_500),
  conformityBatchPct: rising(6_000, 10_000),
  repurchaseRatePct: rising(500, 4_200),
  platformCount: ({ merchant, year }) =>
    new Set(shopsIn(merchant, year).map(({ platform }) => platform)).size,
  farmHouseholds: rising(4, 320),
  localPurchaseWan: (facts) => Math.round((farm(0)(facts) ?? 0) * facts.dice.real(0.4, 0.75)),
  purchasePremiumPct: rising(0, 900),
  circumstances: ({ dice }) => dice.whole(0, 2),
  training: rising(0, 5),
};

function shopClaims({ dice, merchant, year, quality }: Facts, ratings: RatingTable): Claim[] {
  const filedShops = merchant.returns.get(year)?.shops ?? [];
  const rate = (low: number, high: number) =>
    Math.min(10_000, Math.round(low + (high - low) * quality + dice.real(-40, 40)));
  return shopsIn(merchant, year).flatMap(({ id, platform }) => {
    const figures = filedShops.find(({ shopId }) => shopId === id);
    const rated = ratings.map.filter((one) => one.platform === platform);
    const rows: [string, number][] = [
      ['netWan', figures?.netWan ?? 0],
      ['orders', figures?.orders ?? 0],
      ['dispatch48hPct', rate(9_200, 10_000)],
      ...(rated.length ? ([['goodRatePct', rate(9_600, 9_990)]] as [string, number][]) : []),
      ...rated.map(({ metric }): [string, number] => [
        `rating.${metric}`,
        Math.min(498, Math.round(452 + 42 * quality + dice.real(-2, 3))),
      ]),
    ];
    return rows.map(([key, value]) => ({ key: `shop.${id}.${key}`, value: String(value) }));
  });
}

/** The day on which each rated shop's page was photographed: in the weeks before the window closes. */
export function ratingDays(
  dice: Dice,
  merchant: DemoMerchant,
  year: number,
  ratings: RatingTable,
  closesOn: string,
): Claim[] {
  return shopsIn(merchant, year)
    .filter(({ platform }) => ratings.map.some((one) => one.platform === platform))
    .map(({ id }) => ({
      key: `shop.${id}.ratedOn`,
      value: at(closesOn, -24 * 60 * dice.whole(14, 66)).slice(0, 10),
    }));
}

function certificates({ dice, quality, year }: Facts): Claim[] {
  const held = dice
    .shuffled(['greenFood', 'organic', 'geographicalIndication', 'gapOrHaccp'])
    .slice(0, dice.chance(quality) ? 2 : 1);
  return held.map((type, i) => ({
    key: `certification.${i + 1}`,
    value: `${type}|${type === 'geographicalIndication' ? '' : `${year + 2}-0${dice.whole(1, 9)}-15`}`,
  }));
}
