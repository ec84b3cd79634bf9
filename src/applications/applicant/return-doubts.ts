import {
  type ReturnFigures,
  checkFigures,
} from '../../rules/eligibility/plausibility-of-figures.js';
import type { PlausibilityFinding } from '../../rules/eligibility/plausibility.js';
import { type ApplicationFile, claimsOf } from './application-file.js';
import type { RegisterReturn } from './register.js';

/** What a verifier will ask about, told beforehand: hints that change no score. */
export function returnDoubts(file: ApplicationFile): readonly PlausibilityFinding[] {
  const { returns, merchant } = file.register;
  const { dataYear } = file.programme;
  const current = returns.find(({ year }) => year === dataYear);
  if (!current) return [];
  const claims = claimsOf(file);
  const claimed = (key: string) => {
    const value = claims.get(key);
    return value === null || value === undefined ? null : Number(value);
  };
  const previous = returns.find(({ year }) => year === dataYear - 1);
  const asksForFarmGoods = file.needed.some(({ key }) => key === 'farmGoodsNetWan');
  return checkFigures(
    {
      ...figuresOfReturn(current),
      taxPaidWan: claimed('taxPaidWan'),
      complaintsReceived: current.figures.complaintsReceived ?? null,
      complaintsSettled: current.figures.complaintsSettled ?? null,
      farmGoodsSharePct: asksForFarmGoods ? merchant.farmGoodsSharePct : null,
    },
    {
      previous: previous ? figuresOfReturn(previous) : null,
      // The city's growth and the category's tax shares are known to the office only.
      cityGrowthPct: null,
      taxShareBand: null,
    },
  );
}

function figuresOfReturn(row: RegisterReturn): ReturnFigures {
  return {
    grossWan: row.grossWan,
    refundWan: row.refundWan,
    netWan: row.netWan,
    shopNetWan: row.shops.map(({ netWan }) => netWan),
    orders: row.orders,
    serviceOrders: 0,
    parcels: row.parcels,
    taxPaidWan: row.figures.taxPaidWan ?? null,
    staff: row.staff,
    insured: row.insuredYearEnd,
    refundRatePct: row.figures.refundRatePct ?? null,
    farmGoodsSharePct: null,
    farmGoodsNetWan: row.farmGoodsNetWan,
    complaintsReceived: null,
    complaintsSettled: null,
  };
}
