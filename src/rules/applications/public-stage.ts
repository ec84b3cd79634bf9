import { applicationIn } from '../lifecycle/application-groups.js';
import type { ApplicationState } from '../lifecycle/application-states.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';
import { isPublished } from '../lifecycle/state-for-applicant.js';

export type PublicStage = 'received' | 'inPublicity' | 'selected';

/**
 * What anybody who knows a receipt number may read: that it was received, and what a public notice or the
 * published list says anyway. Receipt numbers can be guessed, so no outcome is told that is not public.
 */
export function publicStage(state: ApplicationState, programme: ProgrammeState): PublicStage {
  if (applicationIn.named.has(state)) return 'inPublicity';
  if (!applicationIn.selected.has(state)) return 'received';
  return isPublished(programme) ? 'selected' : 'inPublicity';
}
