import { AppointReReview } from './appoint-re-review.js';
import { ExcuseReReviewer } from './excuse-re-reviewer.js';
import { FindPlace } from './find-place.js';
import { IssueReReviewSheets } from './issue-re-review-sheets.js';
import { ReReviewOutcome } from './re-review-outcome.js';
import { RecordReReview } from './record-re-review.js';
import { ReopenReReviews } from './reopen-re-reviews.js';
import { ReplaceReReviewer } from './replace-re-reviewer.js';

/** What the module provides for re-reviews. */
export const reReviewProviders = [
  AppointReReview,
  ExcuseReReviewer,
  FindPlace,
  IssueReReviewSheets,
  ReReviewOutcome,
  RecordReReview,
  ReopenReReviews,
  ReplaceReReviewer,
];
