import { RuleError } from '../rule-error.js';
import type { Adjustment } from './application-record.js';
import { type Fraction, ZERO, add, compare, divide, fraction, multiply } from './fraction.js';
import { subtract } from './fraction.js';
import { hundredthsText } from './points.js';
import type { AdjustmentLimits, CompositeWeights } from './rule-set.js';

/** 100 points in hundredths. */
const FULL = fraction(10_000);

/** Bonus and deduction act before the clamp to 0–100 (rule C11). All in hundredths of a point. */
export function materialScore(rubricTotal: Fraction, bonus: number, deduction: number): Fraction {
  const raw = subtract(add(rubricTotal, fraction(bonus)), fraction(deduction));
  if (compare(raw, ZERO) < 0) return ZERO;
  return compare(raw, FULL) > 0 ? FULL : raw;
}

/** Sum of itemised points; throws when an item is not positive or the limit is passed. */
export function adjustmentTotal(
  items: readonly Adjustment[],
  kind: keyof AdjustmentLimits,
  limits: AdjustmentLimits,
): number {
  for (const { points, reason } of items) {
    if (!Number.isSafeInteger(points) || points <= 0) {
      throw new RuleError('scoring.error.adjustmentNotPositive', { reason });
    }
  }
  const total = items.reduce((points, item) => points + item.points, 0);
  if (total <= limits[kind]) return total;
  const variables = { total: hundredthsText(total), most: hundredthsText(limits[kind]) };
  throw new RuleError(`scoring.error.${kind}`, variables);
}

/** The weighted parts; the defence must be there when it carries weight. */
export function compositeScore(
  weights: CompositeWeights,
  material: Fraction,
  defence: Fraction | null,
): Fraction {
  const parts = [
    { weight: weights.material, part: 'material', score: material },
    { weight: weights.defence, part: 'defence', score: defence },
  ];
  return parts.reduce((total, { weight, part, score }) => {
    if (weight === 0) return total;
    if (score === null) throw new RuleError('scoring.error.partMissing', { part });
    return add(total, divide(multiply(fraction(weight), score), fraction(100)));
  }, ZERO);
}
