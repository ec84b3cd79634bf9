import { type FieldProblem, problem } from '../registry/field-problem.js';

/** Shares that are small of their own. */
const SMALL_SHARES = ['refundRatePct', 'disputeRefundRatePct', 'purchasePremiumPct'];
/** In hundredths: one per cent, and the best of the usual five points. */
const ONE_PERCENT = 1_00;
const FIVE_POINTS = 5_00;

/**
 * A number that looks like one of another scale: 0.86 where 86 % is meant, 49 for a rating of 4.9.
 * @param hundredths the number as it is stored
 */
export function scaleDoubts(
  field: string,
  measure: 'percent' | 'rating',
  hundredths: number,
): readonly FieldProblem[] {
  if (measure === 'rating') {
    if (hundredths <= FIVE_POINTS) return [];
    return [problem(field, 'applications.doubt.rating', { typed: hundredths / 100 })];
  }
  const key = field.split('.').at(-1)!;
  if (SMALL_SHARES.includes(key) || hundredths <= 0 || hundredths > ONE_PERCENT) return [];
  const variables = { typed: hundredths / 100, meant: hundredths };
  return [problem(field, 'applications.doubt.fraction', variables)];
}
