import type { ApplicationState } from './application-states.js';
import { groupsOf } from './state-group.js';

const of = groupsOf<ApplicationState>();

/** What the states of an application mean to the decisions about it. */
export const applicationIn = {
  /** The applicant still writes it; no office sees it. */
  draft: of('Draft'),
  /** Withdrawn by the merchant or cancelled by the office: no sheet of it counts or is waited for. */
  left: of('Withdrawn', 'Cancelled'),
  withdrawn: of('Withdrawn'),
  cancelled: of('Cancelled'),
  /** Never part of a field of competitors. */
  neverEntered: of('Draft', 'Withdrawn', 'Cancelled'),
  /** Takes no place that a related merchant could dispute. */
  notCompeting: of('Draft', 'Withdrawn', 'Cancelled', 'ScreenedOut'),

  waitsForDivision: of('Submitted'),
  inDivisionReview: of('InDivisionReview'),
  /** The division owes its opinion; nothing is asked of the merchant. */
  awaitsOpinion: of('Submitted', 'InDivisionReview'),
  withDivision: of('Submitted', 'InDivisionReview', 'CorrectionRequested'),
  correcting: of('CorrectionRequested'),
  declined: of('NotRecommended'),

  awaitsScreening: of('Recommended'),
  /** From the recommendation until the judges have it, the sources of the screening are asked. */
  firstChecked: of('Recommended', 'CorrectionRequested', 'ScreenedIn', 'Verified'),
  screenedOut: of('ScreenedOut'),
  onScreeningList: of('Recommended', 'ScreenedIn', 'ScreenedOut'),
  screeningTabs: of('Recommended', 'CorrectionRequested', 'ScreenedIn', 'ScreenedOut', 'InReview'),
  /** Verdicts on its figures may still change. */
  inVerification: of('ScreenedIn'),
  /** Its figures have passed the screening and no judge has it yet. */
  onVerificationList: of('ScreenedIn', 'Verified'),

  /** Ready for the judges, not yet before them. */
  verified: of('Verified'),
  /** The judges declare, are seated and are assigned for these. */
  beforeJudges: of('Verified', 'InReview'),
  inReview: of('InReview'),
  /** Sheets are issued for it or have been. */
  judged: of('Verified', 'InReview', 'ScoreLocked'),
  /** Has a place in the standings that are computed or locked. */
  ranked: of('InReview', 'ScoreLocked'),
  scoreLocked: of('ScoreLocked'),
  /** The judging has reached it and no public notice has: a category with one of these needs a lock. */
  inStandings: of('InReview', 'ScoreLocked', 'Proposed', 'NotProposed'),

  /** A re-review of it may be counted in the locked standings. */
  reReviewCounted: of('ScoreLocked', 'InPublicity', 'NotProposed', 'Selected'),
  /** No published list says anything about it, though others of its programme may be published. */
  neverPublished: of('ScoreLocked', 'InPublicity'),

  proposed: of('Proposed'),
  /** Judged, and on no list. */
  notProposed: of('NotProposed'),
  /** A confirmed veto still takes it out of the running by a decision of its own. */
  vetoDecides: of('InReview', 'ScoreLocked', 'Proposed', 'InPublicity'),
  /** Its veto checks are renewed or read a second time. */
  vetoRechecked: of(
    'Recommended',
    'InReview',
    'ScoreLocked',
    'Proposed',
    'InPublicity',
    'Selected',
  ),
  /** On a list: its credit query must be renewed. */
  listed: of('Proposed', 'InPublicity', 'Selected'),
  awaitsOutcome: of('ScoreLocked', 'Proposed', 'InPublicity', 'Selected'),
  inPublicity: of('InPublicity'),
  underObjection: of('UnderObjection'),
  /** Named by a public notice, with or without a hold. */
  named: of('InPublicity', 'UnderObjection'),
  selected: of('Selected'),
  /** The merchant receives its feedback letter. */
  hasLetter: of('Selected', 'NotProposed'),
  hasResult: of('Selected', 'NotProposed', 'Cancelled'),
} as const;
