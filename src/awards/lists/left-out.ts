export const LEFT_OUT_REASONS = [
  'onHold',
  'reReview',
  'noticeRuns',
  'notPromoted',
  'withdrawn',
  'cancelled',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How many the public notice named that an award list does not, by reason; without their names. */
export interface LeftOut {
  readonly posted: number;
  readonly reasons: Readonly<Partial<Record<LeftOutReason, number>>>;
}

const reasonOf: Readonly<Record<string, LeftOutReason>> = {
  UnderObjection: 'onHold',
  InReview: 'reReview',
  ScoreLocked: 'reReview',
  InPublicity: 'noticeRuns',
  NotProposed: 'notPromoted',
  Withdrawn: 'withdrawn',
};

/** State → why a proposed application is not on the list; details stand in the notices. */
export function whyLeftOut(state: string): LeftOutReason {
  return reasonOf[state] ?? 'cancelled';
}

interface Listed {
  readonly applicationId: string | null;
}

/** @returns null where everybody who was posted is listed, or nothing was posted */
export function leftOut(
  posted: readonly Listed[],
  rows: readonly Listed[],
  states: ReadonlyMap<string, string>,
): LeftOut | null {
  const listed = new Set(rows.map(({ applicationId }) => applicationId));
  const reasons: Partial<Record<LeftOutReason, number>> = {};
  for (const { applicationId } of posted) {
    if (applicationId === null || listed.has(applicationId)) continue;
    const reason = whyLeftOut(states.get(applicationId) ?? '');
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return Object.keys(reasons).length ? { posted: posted.length, reasons } : null;
}
