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
