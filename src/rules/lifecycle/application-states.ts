export const APPLICATION_STATES = [
  'Draft',
  'Submitted',
  'InDivisionReview',
  'CorrectionRequested',
  'Recommended',
  'NotRecommended',
  'ScreenedIn',
  'ScreenedOut',
  'Verified',
  'InReview',
  'ScoreLocked',
  'Proposed',
  'NotProposed',
  'InPublicity',
  'UnderObjection',
  'Selected',
  'Cancelled',
  'Withdrawn',
] as const;

export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Withdrawn by the merchant or cancelled by the office: no sheet of it counts or is waited for. */
export const LEFT_STATES = [
  'Withdrawn',
  'Cancelled',
] as const satisfies readonly ApplicationState[];
