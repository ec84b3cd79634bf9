import {
  checkAgainstOthers,
  checkVerdicts,
} from '../../../rules/eligibility/plausibility-of-comparisons.js';
import { checkDates } from '../../../rules/eligibility/plausibility-of-dates.js';
import {
  type ReturnFigures,
  checkFigures,
} from '../../../rules/eligibility/plausibility-of-figures.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { PlausibilityFinding } from '../../../rules/eligibility/plausibility.js';
import type { AmountKey, Figures } from '../../../rules/scoring/figures.js';
import { figuresOf } from '../../figures-of.js';
import type { ApplicationFile } from './application-file.queries.js';
import type { Background } from './plausibility.queries.js';
import type { Snapshot, SnapshotReturn } from './snapshot.js';

/**
 * Doubts about the filed figures, for the people who check them; none of them changes a score.
 * @param background null for a division, which sees nothing of other divisions' applications
 */
export function filePlausibility(
  file: ApplicationFile,
  deadline: string,
  background: Background | null,
): readonly PlausibilityFinding[] {
  const { snapshot } = file;
  const claimed = figuresOf(file.figures, snapshot.shops ?? [], 'claimed');
  const verified = figuresOf(file.figures, snapshot.shops ?? [], 'verified');
  const decided = file.figures.filter((figure) => figure.verdict !== null);
  return [
    ...checkFigures(returnOf(claimed, snapshot), {
      previous: previousOf(snapshot),
      cityGrowthPct: background?.cityGrowthPct ?? null,
      taxShareBand: background?.taxShareBand ?? null,
    }),
    ...checkDates({
      filedOn: file.head.submittedAt ? beijingDate(file.head.submittedAt) : deadline,
      applicationDeadline: deadline,
      ratings: (snapshot.shops ?? []).flatMap(({ id, shopName }) => {
        const date = file.figures.find(({ key }) => key === `shop.${id}.ratedOn`)?.claimed;
        return date ? [{ platform: shopName, date }] : [];
      }),
      certifications: (claimed.certifications ?? []).flatMap(({ type, validTo }) =>
        validTo ? [{ number: type, validTo }] : [],
      ),
      shops: (snapshot.shops ?? []).flatMap(({ id, shopName, openedOn }) =>
        openedOn
          ? [
              {
                shopName,
                openedOn,
                firstSalesYear: firstSalesYear(snapshot, id),
                deliveryPromiseHours: background?.deliveryPromises.get(id) ?? null,
                dispatch48hPct:
                  claimed.shops.find(({ shop }) => shop === id)?.dispatch48hPct ?? null,
              },
            ]
          : [],
      ),
    }),
    ...checkVerdicts(
      decided.flatMap(({ key }) => {
        const before = claimed.amounts[key as AmountKey];
        const after = verified.amounts[key as AmountKey] ?? 0;
        return before ? [{ field: key, claimed: before, verified: after }] : [];
      }),
    ),
    ...(background ? checkAgainstOthers(background.own, background.others) : []),
  ];
}

/** What was claimed, and from the return as frozen what the application does not ask for. */
function returnOf({ amounts, shops }: Figures, snapshot: Snapshot): ReturnFigures {
  const amount = (key: AmountKey) => amounts[key] ?? null;
  const filed = snapshot.returns?.find(({ year }) => year === snapshot.year);
  const figure = (key: string) => filed?.figures?.[key] ?? null;
  return {
    grossWan: filed?.grossWan ?? null,
    refundWan: filed?.refundWan ?? null,
    netWan: amount('netWan'),
    shopNetWan: shops.flatMap((shop) => shop.netWan ?? []),
    orders: amount('orders'),
    // Sales of services are filed as an amount; how many orders they were is asked nowhere.
    serviceOrders: (figure('serviceWan') ?? 0) > 0 ? null : 0,
    parcels: amount('parcels'),
    taxPaidWan: amount('taxPaidWan'),
    staff: snapshot.merchant?.staff ?? null,
    insured: amount('insuredYearEnd'),
    refundRatePct: figure('refundRatePct'),
    farmGoodsSharePct: snapshot.merchant?.farmGoodsSharePct ?? null,
    farmGoodsNetWan: amount('farmGoodsNetWan'),
    complaintsReceived: figure('complaintsReceived'),
    complaintsSettled: figure('complaintsSettled'),
  };
}

/** Only what a year is compared by: sales, orders and insured staff. */
function previousOf({ returns, year }: Snapshot): ReturnFigures | null {
  const before: SnapshotReturn | undefined = returns?.find((one) => one.year === (year ?? 0) - 1);
  return before
    ? {
        ...nothing,
        netWan: before.netWan ?? null,
        orders: before.orders ?? null,
        insured: before.insuredYearEnd ?? null,
      }
    : null;
}

const nothing: ReturnFigures = {
  grossWan: null,
  refundWan: null,
  netWan: null,
  shopNetWan: [],
  orders: null,
  serviceOrders: 0,
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

function firstSalesYear({ returns }: Snapshot, shopId: string): number | null {
  const years = (returns ?? [])
    .filter(({ shops }) => shops?.some((one) => one.shopId === shopId && one.orders > 0))
    .map(({ year }) => year);
  return years.length > 0 ? Math.min(...years) : null;
}
