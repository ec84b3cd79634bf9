import type { ApplicationRecord } from '../scoring/application-record.js';
import type { RuleSet } from '../scoring/rule-set.js';
import { lockResult, rankedByReceipt } from './lock-category.js';
import type { CategoryInputs, LockedResult } from './results-bundle.js';

export type Place = Pick<LockedResult, 'standing' | 'composite' | 'outcome'>;

export interface PlaceAfterCorrection {
  readonly before: Place | null;
  readonly after: Place | null;
  /** The merchant would still have been listed. A tie at the last place takes nobody's place away. */
  readonly keeps: boolean;
}

/**
 * Where one application stands among those that were locked, with what a re-review after publication
 * corrected in it. Of all others counts what was locked, so nobody moves up.
 */
export function placeAfterCorrection(
  ruleSet: RuleSet,
  inputs: CategoryInputs,
  corrected: ApplicationRecord,
): PlaceAfterCorrection {
  const { receiptNumber } = corrected;
  const applications = inputs.applications.map((one) =>
    one.receiptNumber === receiptNumber ? corrected : one,
  );
  const before = placeIn(ruleSet, inputs, receiptNumber);
  const after = placeIn(ruleSet, { ...inputs, applications }, receiptNumber);
  return { before, after, keeps: after !== null && after.outcome !== 'notProposed' };
}

function placeIn(ruleSet: RuleSet, inputs: CategoryInputs, receiptNumber: string): Place | null {
  const result = lockResult(rankedByReceipt(ruleSet, inputs).get(receiptNumber));
  if (!result) return null;
  const { standing, composite, outcome } = result;
  return { standing, composite, outcome };
}
