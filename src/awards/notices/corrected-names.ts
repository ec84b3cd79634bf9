import type { AwardListRecord } from '../lists/award-list.queries.js';
import { listDifferences } from '../lists/list-rows.js';
import type { ReReviewRow } from '../objections/re-review.queries.js';

/** The changed items of a corrected proposed list: who left it, and who is posted again. */
export interface CorrectedNames {
  readonly removed: readonly string[];
  readonly again: readonly string[];
}

export function correctedNames(
  lists: readonly AwardListRecord[],
  reviews: readonly ReReviewRow[],
): CorrectedNames {
  const of = (state: string) => lists.find((one) => one.kind === 'proposed' && one.state === state);
  const before = of('Posted')?.rows ?? [];
  const after = of('Prepared')?.rows ?? [];
  const waiting = new Set(
    reviews.filter((one) => one.lockId && !one.noticeId).map((one) => one.applicationId),
  );
  return {
    removed: listDifferences(before, after).flatMap((one) => (one.after ? [] : [one.before!.name])),
    again: after.flatMap(({ applicationId, name }) =>
      applicationId && waiting.has(applicationId) ? [name] : [],
    ),
  };
}
