import type { ReturnFacts } from './check-return.js';
import { type FieldProblem, problem } from './field-problem.js';

/** What the figures of a year are held against; money in hundredths of 万元. */
export interface ReturnComparison {
  readonly year: number;
  /** Net sales of the year before; null without a return. */
  readonly netBefore: number | null;
  /** Growth of the whole city in the same year, hundredths of a point; null where it is unknown. */
  readonly cityGrowthPct: number | null;
}

/** Yuan of an order on average: below or above, a unit was mistaken. */
const CHEAPEST = 5;
const DEAREST = 5000;
/** A growth that nobody asks about, however slowly the city grew; and one that is asked without the city. */
const USUAL_RATIO = 1.5;
const RATIO_WITHOUT_CITY = 10;
/** So small a part of the year before is a mistake of the unit, or a business given up. */
const LEAST_PART = 100;

/**
 * What a merchant has to confirm before figures are kept: an order of an unlikely value, and sales out of
 * all proportion to the year before (domain/fields §9, X1 and X5). Each says both figures and the unit.
 */
export function returnDoubts(
  facts: ReturnFacts,
  comparison: ReturnComparison,
): readonly FieldProblem[] {
  const order = orderDoubt('grossWan', facts);
  const shops = order.length
    ? []
    : facts.shops.flatMap((shop) => orderDoubt(`shop.${shop.shopId}.grossWan`, shop));
  return [...shops, ...order, ...growthDoubt(facts, comparison)];
}

type Sales = Pick<ReturnFacts, 'grossWan' | 'refundWan' | 'orders'>;

function orderDoubt(field: string, { grossWan, refundWan, orders }: Sales): FieldProblem[] {
  const net = grossWan - refundWan;
  if (net <= 0 || orders <= 0) return [];
  // Hundredths of 万元 are 100 yuan.
  const yuan = (net * 100) / orders;
  if (yuan >= CHEAPEST && yuan <= DEAREST) return [];
  const variables = { net: net / 100, orders, yuan: shown(yuan) };
  return [problem(field, 'merchants.return.doubt.order', variables)];
}

function growthDoubt(facts: Sales, { year, netBefore, cityGrowthPct }: ReturnComparison) {
  const net = facts.grossWan - facts.refundWan;
  if (netBefore === null || netBefore <= 0 || net <= 0) return [];
  const ratio = net / netBefore;
  const most =
    cityGrowthPct !== null && cityGrowthPct > 0
      ? Math.max(USUAL_RATIO, 1 + (5 * cityGrowthPct) / 10_000)
      : RATIO_WITHOUT_CITY;
  if (ratio <= most && ratio * LEAST_PART >= 1) return [];
  return [
    problem('grossWan', 'merchants.return.doubt.growth', {
      year: String(year),
      before: String(year - 1),
      net: net / 100,
      netBefore: netBefore / 100,
      ratio: shown(ratio),
    }),
  ];
}

/** Two decimals, and more where nothing else would be left of a small number. */
function shown(value: number): number {
  return value < 0.01 ? Number(value.toPrecision(1)) : Math.round(value * 100) / 100;
}
