import { DecideRemoval } from './decide-removal.js';
import { RemovalsController } from './pages/removals.controller.js';
import { ProposeReReviewVoiding } from './propose-re-review-voiding.js';
import { ProposeRemoval } from './propose-removal.js';
import { ProposeVoiding } from './propose-voiding.js';
import { RemovalQueries } from './removal.queries.js';
import { VoidReReviewSheet } from './void-re-review-sheet.js';

/** Everything of this subject that the module of the room makes. */
export const REMOVAL_PROVIDERS = [
  DecideRemoval,
  ProposeReReviewVoiding,
  ProposeRemoval,
  ProposeVoiding,
  RemovalQueries,
  VoidReReviewSheet,
];

export const REMOVAL_CONTROLLERS = [RemovalsController];
