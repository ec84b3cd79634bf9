import type { ApplicationState } from './application-states.js';
import type { ProgrammeState } from './programme-states.js';

/**
 * The state an applicant may know: the procedure, never an outcome before it is public. Until the
 * public notice a locked, proposed or left-out application is under review like all others; until
 * publication an approved one is still in the public notice.
 */
export function stateForApplicant(
  state: ApplicationState,
  programme: ProgrammeState,
): ApplicationState {
  if (UNTIL_NOTICE.includes(state) && !NOTICE_POSTED.includes(programme)) return 'InReview';
  if (state === 'Selected' && !PUBLISHED.includes(programme)) return 'InPublicity';
  if (state === 'Proposed') return 'InReview';
  return state;
}

/** From here on a merchant may see how its own result came about. */
export function isConferred(programme: ProgrammeState): boolean {
  return CONFERRED.includes(programme);
}

/** Whether the result may be explained: the list has been published. */
export function isPublished(programme: ProgrammeState): boolean {
  return PUBLISHED.includes(programme);
}

const UNTIL_NOTICE: readonly ApplicationState[] = ['ScoreLocked', 'Proposed', 'NotProposed'];

const CONFERRED: readonly ProgrammeState[] = ['Conferred', 'InForce', 'Archived'];

const PUBLISHED: readonly ProgrammeState[] = ['Published', ...CONFERRED];

const NOTICE_POSTED: readonly ProgrammeState[] = [
  'Publicity',
  'ObjectionHandling',
  'Approved',
  ...PUBLISHED,
];
