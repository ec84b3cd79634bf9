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
  readonly wholesaleWan: number;
  readonly farmGoodsNetWan: number | null;
  readonly taxPaidWan: number | null;
  readonly staff: number;
  readonly insuredYearEnd: number;
  readonly insuredAverage: number;
  readonly familyWorkers: number | null;
  readonly complaintsReceived: number | null;
  readonly complaintsSettled: number | null;
  readonly complaintsAgainst: number | null;
  readonly complaintsUnanswered: number | null;
}

/** What must hold inside one annual return (domain/fields §5, §9 X4, X8, X10). */
export function checkReturn(given: ReturnFacts): readonly FieldProblem[] {
  const net = given.grossWan - given.refundWan;
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
    ...most('farmGoodsNetWan', net, 'merchants.return.partAboveNet'),
    ...most('insuredYearEnd', given.staff, 'merchants.return.insuredAboveStaff'),
    ...most('insuredAverage', given.staff, 'merchants.return.insuredAboveStaff'),
    ...complaints.flatMap((field) =>
      most(field, given.complaintsReceived ?? 0, 'merchants.return.complaintsAboveReceived'),
    ),
  ];
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
