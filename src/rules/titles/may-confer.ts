import { programmeIn } from '../lifecycle/programme-groups.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';

/**
 * Whether titles are conferred now: in force only while somebody selected waits for one; before, also for
 * nobody, since where the last one who waited was cancelled the same act takes the programme on.
 */
export function mayConfer(state: ProgrammeState, everyoneHasOne: boolean): boolean {
  if (programmeIn.conferred.has(state)) return true;
  return programmeIn.mayConfer.has(state) && !everyoneHasOne;
}
