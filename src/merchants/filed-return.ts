import type { ReturnFacts } from '../rules/registry/check-return.js';
import { type FieldProblem, doubtKey } from '../rules/registry/field-problem.js';

interface Filing {
  /** The return of that year as it stands; its doubts are settled once the office has said so. */
  readonly known: {
    readonly doubted: number | null;
    readonly confirmedDoubts: readonly string[] | null;
  } | null;
  /** Every doubt about the figures. */
  readonly doubts: readonly FieldProblem[];
  readonly filedBy: string | null;
  readonly at: string;
}

/** The columns of a return as it is filed, whoever types it in; what is in doubt waits for the office. */
export function filedReturn(facts: ReturnFacts, { known, doubts, filedBy, at }: Filing) {
  const settled = known && !known.doubted ? (known.confirmedDoubts ?? []) : [];
  const waits = doubts.some((one) => !settled.includes(doubtKey(one)));
  const { shops, ...totals } = facts;
  const { figures, columns } = apart(totals);
  return {
    waits,
    columns: {
      ...columns,
      netWan: facts.grossWan - facts.refundWan,
      shops: shops.map((shop) => ({ ...shop, netWan: shop.grossWan - shop.refundWan })),
      figures,
      confirmedDoubts: doubts.length ? doubts.map(doubtKey) : null,
      doubted: waits ? (1 as const) : null,
      ...(waits ? { checkedBy: null, checkedAt: null, checkNote: null } : {}),
      filedBy,
      filedAt: at,
    },
  };
}

/** Totals that nobody sums or sorts by are kept together, under their keys. */
const together = [
  'selfOperatedWan',
  'physicalWan',
  'serviceWan',
  'taxPaidWan',
  'familyWorkers',
  'refundRatePct',
  'disputeRefundRatePct',
  'complaintsReceived',
  'complaintsSettled',
  'complaintsAgainst',
  'complaintsUnanswered',
] as const satisfies readonly (keyof ReturnFacts)[];

function apart(totals: Omit<ReturnFacts, 'shops'>) {
  const isTogether = (key: string) => (together as readonly string[]).includes(key);
  const entries = Object.entries(totals);
  return {
    figures: Object.fromEntries(entries.filter(([key]) => isTogether(key))),
    columns: Object.fromEntries(entries.filter(([key]) => !isTogether(key))),
  };
}
