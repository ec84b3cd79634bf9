import { type FieldProblem, problem } from './field-problem.js';
import type { MerchantFacts } from './merchant-facts.js';

const SHARES = ['farmGoodsSharePct', 'localOriginPct', 'principalSharePct'] as const;
/** One per cent in hundredths: a share of that size is most often a fraction of one. */
const ONE_PERCENT = 100;

/** Shares that look like fractions: 0.86 where 86 % is meant. */
export function shareDoubts(facts: Pick<MerchantFacts, (typeof SHARES)[number]>): FieldProblem[] {
  return SHARES.flatMap((field) => fractionDoubt(field, facts[field]));
}

function fractionDoubt(field: string, hundredths: number | null): FieldProblem[] {
  if (hundredths === null || hundredths <= 0 || hundredths > ONE_PERCENT) return [];
  return [
    problem(field, 'merchants.doubt.fraction', { typed: hundredths / 100, meant: hundredths }),
  ];
}
