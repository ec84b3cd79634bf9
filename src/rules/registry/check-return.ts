import { type FieldProblem, problem } from './field-problem.js';

export interface ShopReturn {
  readonly shopId: string;
  readonly grossWan: number;
  readonly refundWan: number;
  readonly orders: number;
}

/** One year's figures; money in hundredths of 万元. */
export interface ReturnFacts {
  readonly shops: readonly ShopReturn[];
  readonly grossWan: number;
  readonly refundWan: number;
  readonly orders: number;
  readonly parcels: number;
  readonly agencyWan: number;
  /** Parts of the net: own shops beside agency, goods beside services. */
  readonly selfOperatedWan: number | null;
  readonly physicalWan: number | null;
  readonly serviceWan: number | null;
  readonly wholesaleWan: number;
  readonly farmGoodsNetWan: number | null;
  readonly taxPaidWan: number | null;
  readonly staff: number;
  readonly insuredYearEnd: number;
  readonly insuredAverage: number;
  readonly familyWorkers: number | null;
  /** Shares of orders in hundredths of 1 %. */
  readonly refundRatePct: number | null;
  readonly disputeRefundRatePct: number | null;
  readonly complaintsReceived: number | null;
  readonly complaintsSettled: number | null;
  readonly complaintsAgainst: number | null;
  readonly complaintsUnanswered: number | null;
}

/** What must hold inside one annual return (domain/fields §5, §9 X4, X8, X10). */
export function checkReturn(given: ReturnFacts): readonly FieldProblem[] {
  const net = Math.max(0, given.grossWan - given.refundWan);
  const most = (field: keyof ReturnFacts, limit: number | null, code: string) =>
    limit !== null && ((given[field] as number | null) ?? 0) > limit ? [problem(field, code)] : [];
  return [
    ...given.shops.flatMap(({ shopId, grossWan, refundWan }) =>
      refundWan > grossWan
        ? [problem(`shop.${shopId}.refundWan`, 'merchants.return.refundAboveGross')]
        : [],
    ),
    ...most('refundWan', given.grossWan, 'merchants.return.refundAboveGross'),
    ...sums.flatMap((field) => sumProblem(given, field)),
    ...most('agencyWan', net, 'merchants.return.partAboveNet'),
    ...parts(given, 'selfOperatedWan', 'agencyWan', net),
    ...parts(given, 'serviceWan', 'physicalWan', net),
    ...most('disputeRefundRatePct', given.refundRatePct, 'merchants.return.disputeAboveRefund'),
    ...most('farmGoodsNetWan', net, 'merchants.return.partAboveNet'),
    ...most('insuredYearEnd', given.staff, 'merchants.return.insuredAboveStaff'),
    ...most('insuredAverage', given.staff, 'merchants.return.insuredAboveStaff'),
    ...complaints.flatMap((field) =>
      most(field, given.complaintsReceived ?? 0, 'merchants.return.complaintsAboveReceived'),
    ),
  ];
}

/** Two parts of one whole; each alone may be missing. */
function parts(
  given: ReturnFacts,
  field: 'selfOperatedWan' | 'serviceWan',
  other: 'agencyWan' | 'physicalWan',
  net: number,
): readonly FieldProblem[] {
  const [part, rest] = [given[field] ?? 0, given[other] ?? 0];
  if (part + rest <= net || rest > net) {
    return other === 'physicalWan' && rest > net
      ? [problem(other, 'merchants.return.partAboveNet')]
      : [];
  }
  return [problem(field, 'merchants.return.partsAboveNet')];
}

const sums = ['grossWan', 'refundWan', 'orders'] as const;
const complaints = ['complaintsSettled', 'complaintsAgainst', 'complaintsUnanswered'] as const;

/** The rows may differ from the total by half a per cent (rounding), no more. */
function sumProblem(given: ReturnFacts, field: (typeof sums)[number]): readonly FieldProblem[] {
  const sum = given.shops.reduce((total, shop) => total + shop[field], 0);
  const total = given[field];
  if (Math.abs(sum - total) * 200 <= Math.abs(total)) return [];
  const unit = field === 'orders' ? 1 : 100;
  return [problem(field, 'merchants.return.sum', { sum: sum / unit, total: total / unit })];
}
