import { checkDates } from '../../../rules/eligibility/plausibility-of-dates.js';
import {
  type ReturnFigures,
  checkFigures,
} from '../../../rules/eligibility/plausibility-of-figures.js';
import { checkVerdicts } from '../../../rules/eligibility/plausibility-of-comparisons.js';
import type { PlausibilityFinding } from '../../../rules/eligibility/plausibility.js';
import type { AmountKey, Figures } from '../../../rules/scoring/figures.js';
import { figuresOf } from '../../figures-of.js';
import type { ApplicationFile } from './application-file.queries.js';
import type { SnapshotMerchant } from './snapshot.js';

/** Doubts about the filed figures, for the people who check them; none of them changes a score. */
export function filePlausibility(
  file: ApplicationFile,
  deadline: string,
): readonly PlausibilityFinding[] {
  const claimed = figuresOf(file.figures, file.snapshot.shops ?? [], 'claimed');
  const verified = figuresOf(file.figures, file.snapshot.shops ?? [], 'verified');
  const decided = file.figures.filter((figure) => figure.verdict !== null);
  return [
    ...checkFigures(returnOf(claimed, file.snapshot.merchant), {
      previous: null,
      cityGrowthPct: null,
      taxShareBand: null,
    }),
    ...checkDates({
      filedOn: (file.head.submittedAt ?? deadline).slice(0, 10),
      applicationDeadline: deadline,
      ratings: [],
      certifications: (claimed.certifications ?? []).flatMap(({ type, validTo }) =>
        validTo ? [{ number: type, validTo }] : [],
      ),
      shops: [],
      dispatch48hPct: null,
      dispatchFloorPct: 0,
    }),
    ...checkVerdicts(
      decided.flatMap(({ key }) => {
        const before = claimed.amounts[key as AmountKey];
        const after = verified.amounts[key as AmountKey] ?? 0;
        return before ? [{ field: key, claimed: before, verified: after }] : [];
      }),
    ),
  ];
}

function returnOf({ amounts, shops }: Figures, merchant?: SnapshotMerchant): ReturnFigures {
  const amount = (key: AmountKey) => amounts[key] ?? null;
  return {
    grossWan: null,
    refundWan: null,
    netWan: amount('netWan'),
    shopNetWan: shops.flatMap((shop) => shop.netWan ?? []),
    orders: amount('orders'),
    serviceOrders: 0,
    parcels: amount('parcels'),
    taxPaidWan: amount('taxPaidWan'),
    staff: merchant?.staff ?? null,
    insured: amount('insuredYearEnd'),
    refundRatePct: null,
    farmGoodsSharePct: merchant?.farmGoodsSharePct ?? null,
    farmGoodsNetWan: amount('farmGoodsNetWan'),
    complaintsReceived: null,
    complaintsSettled: null,
  };
}
