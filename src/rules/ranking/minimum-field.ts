import type { MinimumFieldRule } from '../scoring/rule-set.js';

export interface MinimumField {
  readonly needed: number;
  readonly met: boolean;
  readonly otherwise: MinimumFieldRule['otherwise'];
}

/** Whether a category has enough applicants for its quota. */
export function minimumField(
  rule: MinimumFieldRule,
  quota: number,
  applicants: number,
): MinimumField {
  const needed = Math.ceil((quota * rule.numerator) / rule.denominator);
  return { needed, met: applicants >= needed, otherwise: rule.otherwise };
}
