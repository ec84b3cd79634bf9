import { DeclareReReview } from './declare-re-review.js';
import { KeyReReviewSheet } from './key-re-review-sheet.js';
import { MoveReReviewSheet } from './move-re-review-sheet.js';
import { OpenReReviewSheet } from './open-re-review-sheet.js';
import { KeyingController } from './pages/keying.controller.js';
import { ReReviewSheetController } from './pages/re-review-sheet.controller.js';
import { ReReviewSheetQueries } from './re-review-sheet.queries.js';
import { ReReviewWitness } from './re-review-witness.js';
import { RemindReReviewers } from './remind-re-reviewers.js';
import { SaveReReviewSheet } from './save-re-review-sheet.js';
import { SignReReviewSheet } from './sign-re-review-sheet.js';
import { TellComplete } from './tell-complete.js';

/** Everything of this subject that the module of the room makes. */
export const RE_REVIEW_PROVIDERS = [
  DeclareReReview,
  KeyReReviewSheet,
  MoveReReviewSheet,
  OpenReReviewSheet,
  ReReviewSheetQueries,
  ReReviewWitness,
  RemindReReviewers,
  SaveReReviewSheet,
  SignReReviewSheet,
  TellComplete,
];

export const RE_REVIEW_CONTROLLERS = [KeyingController, ReReviewSheetController];
