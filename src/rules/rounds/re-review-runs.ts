import { applicationIn } from '../lifecycle/application-groups.js';
import type { ApplicationState } from '../lifecycle/application-states.js';

/**
 * A re-review runs while its application is in review. After publication (R5) the application stays what
 * everybody was told, and the re-review runs until its result is on record.
 */
export function reReviewRuns(facts: {
  readonly application: ApplicationState;
  readonly openLate: boolean;
}): boolean {
  return facts.openLate || applicationIn.inReview.has(facts.application);
}
