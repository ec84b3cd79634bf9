import { applicationIn } from '../lifecycle/application-groups.js';
import type { ApplicationState } from '../lifecycle/application-states.js';
import { programmeIn } from '../lifecycle/programme-groups.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';

/**
 * R4: what a lock has counted of a re-review may be opened again until its outcome is published; then R5
 * holds. A merchant that is posted anew has no published outcome, whatever became of the others.
 */
export function mayReopen(facts: {
  readonly application: ApplicationState;
  readonly programme: ProgrammeState;
}): boolean {
  const { application, programme } = facts;
  if (!applicationIn.reReviewCounted.has(application)) return false;
  return (
    applicationIn.neverPublished.has(application) || !programmeIn.closedToJudges.has(programme)
  );
}
