import { findingWhen, type PlausibilityFinding, type PlausibilityRule } from './plausibility.js';

/**
 * Figures of one annual return; money in hundredths of 万元, percentages in hundredths of a point,
 * `null` where not given.
 */
export interface ReturnFigures {
  readonly grossWan: number | null;
  readonly refundWan: number | null;
  readonly netWan: number | null;
  readonly shopNetWan: readonly number[];
  readonly orders: number | null;
  /** Orders of services, which need no parcel; null where services were sold and nobody counted. */
  readonly serviceOrders: number | null;
  readonly parcels: number | null;
  readonly taxPaidWan: number | null;
  readonly staff: number | null;
  readonly insured: number | null;
  readonly refundRatePct: number | null;
  readonly farmGoodsSharePct: number | null;
  readonly farmGoodsNetWan: number | null;
  readonly complaintsReceived: number | null;
  readonly complaintsSettled: number | null;
}

export interface FigureComparison {
  /** The return of the year before, when there is one. */
  readonly previous: ReturnFigures | null;
  /** Growth of the whole city in the same year, hundredths of a point. */
  readonly cityGrowthPct: number | null;
  /** 5th and 95th percentile of tax paid ÷ net sales in the category. */
  readonly taxShareBand: { readonly low: number; readonly high: number } | null;
}

/** X1–X8, X10, X11 and X16: figures of one return against each other, last year and the category. */
export function checkFigures(
  figures: ReturnFigures,
  comparison: FigureComparison,
): readonly PlausibilityFinding[] {
  return CHECKS.flatMap((check) => check(figures, comparison));
}

type Check = (
  figures: ReturnFigures,
  comparison: FigureComparison,
) => readonly PlausibilityFinding[];

const CHECKS: readonly Check[] = [
  function averageOrder({ netWan, orders }) {
    if (netWan === null || orders === null || orders === 0) return [];
    const yuan = (netWan * 100) / orders;
    return findingWhen(yuan < 5 || yuan > 5000, 'X1', 'Flag', ['netWan', 'orders'], {
      netWan,
      orders,
      averageYuan: round(yuan),
    });
  },
  function parcelsPerOrder({ parcels, orders, serviceOrders }) {
    if (parcels === null || orders === null || serviceOrders === null) return [];
    if (orders <= serviceOrders) return [];
    const goodsOrders = orders - serviceOrders;
    const outside = parcels * 10 < goodsOrders * 7 || parcels * 10 > goodsOrders * 12;
    return findingWhen(outside, 'X2', 'Flag', ['parcels', 'orders'], {
      parcels,
      orders: goodsOrders,
      ratio: round(parcels / goodsOrders),
    });
  },
  function taxShare({ taxPaidWan, netWan }, { taxShareBand }) {
    if (taxPaidWan === null || netWan === null || netWan === 0 || taxShareBand === null) return [];
    const share = taxPaidWan / netWan;
    const outside = share < taxShareBand.low || share > taxShareBand.high;
    return findingWhen(outside, 'X3', 'Flag', ['taxPaidWan', 'netWan'], {
      taxPaidWan,
      netWan,
      sharePct: round(share * 100),
    });
  },
  function insuredStaff({ insured, staff }) {
    if (insured === null || staff === null) return [];
    const isTooFew = staff >= 20 && insured * 5 < staff;
    return findingWhen(
      insured > staff || isTooFew,
      'X4',
      insured > staff ? 'Error' : 'Flag',
      ['insured', 'staff'],
      { insured, staff },
    );
  },
  function growth({ netWan }, { previous, cityGrowthPct }) {
    const before = previous?.netWan ?? 0;
    if (netWan === null || before <= 0 || cityGrowthPct === null || cityGrowthPct <= 0) return [];
    const excessive = (netWan - before) * 10_000 > 5 * cityGrowthPct * before;
    return findingWhen(excessive, 'X5', 'Flag', ['netWan'], {
      netWan,
      previousNetWan: before,
      growthPct: round(((netWan - before) / before) * 100),
    });
  },
  function refundShare({ refundWan, grossWan }) {
    if (refundWan === null || grossWan === null || grossWan === 0) return [];
    return findingWhen(refundWan * 10 > grossWan * 4, 'X6', 'Flag', ['refundWan', 'grossWan'], {
      refundWan,
      grossWan,
      sharePct: round((refundWan / grossWan) * 100),
    });
  },
  function refundRate({ refundRatePct, refundWan, grossWan }) {
    return shareDiffers('X7', ['refundRatePct', 'refundWan', 'grossWan'], 10_00, [
      refundRatePct,
      refundWan,
      grossWan,
    ]);
  },
  function shopSum({ shopNetWan, netWan }) {
    if (netWan === null || shopNetWan.length === 0) return [];
    const sum = shopNetWan.reduce((total, part) => total + part, 0);
    const outside = Math.abs(sum - netWan) * 1000 > Math.abs(netWan) * 5;
    return findingWhen(outside, 'X8', 'Error', ['netWan'], { sumWan: sum, netWan });
  },
  function complaints({ complaintsReceived, complaintsSettled }) {
    if (complaintsReceived === null || complaintsSettled === null) return [];
    return findingWhen(
      complaintsSettled > complaintsReceived,
      'X10',
      'Error',
      ['complaintsReceived', 'complaintsSettled'],
      { complaintsReceived, complaintsSettled },
    );
  },
  function farmShare({ farmGoodsSharePct, farmGoodsNetWan, netWan }) {
    return shareDiffers('X11', ['farmGoodsSharePct', 'farmGoodsNetWan', 'netWan'], 1_00, [
      farmGoodsSharePct,
      farmGoodsNetWan,
      netWan,
    ]);
  },
  function oppositeChanges(figures, { previous }) {
    if (previous === null) return [];
    const changes = (['netWan', 'orders', 'insured'] as const).flatMap((field) => {
      const [now, before] = [figures[field], previous[field]];
      if (now === null || before === null || before <= 0) return [];
      return [{ field, change: (now - before) / before }];
    });
    const strong = changes.filter(({ change }) => Math.abs(change) > 0.3);
    const isOpposite =
      strong.some(({ change }) => change > 0) && strong.some(({ change }) => change < 0);
    return findingWhen(
      isOpposite,
      'X16',
      'Flag',
      strong.map(({ field }) => field),
      Object.fromEntries(
        strong.map(({ field, change }) => [`${field}ChangePct`, round(change * 100)]),
      ),
    );
  },
];

/** A stated share against the share of two amounts, both in hundredths of a point. */
function shareDiffers(
  rule: PlausibilityRule,
  fields: readonly [string, string, string],
  tolerance: number,
  [stated, part, whole]: readonly [number | null, number | null, number | null],
): readonly PlausibilityFinding[] {
  if (stated === null || part === null || whole === null || whole <= 0) return [];
  const differs = Math.abs(stated * whole - part * 10_000) > tolerance * whole;
  return findingWhen(differs, rule, 'Flag', fields, {
    statedPct: stated / 100,
    computedPct: round((part / whole) * 100),
  });
}

/** Two decimals, for display only. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
