import { programmeIn } from '../lifecycle/programme-groups.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';

/**
 * Of the editions that run, the newest first, the one that divisions work on: where their term runs, else
 * where they may review, else the newest. An edition may be announced before the last one has left them.
 */
export function editionAtDivisions<T extends { readonly state: ProgrammeState }>(
  running: readonly T[],
): T | null {
  const inTerm = running.find(({ state }) => programmeIn.divisionReview.has(state));
  const inReview = running.find(({ state }) => programmeIn.divisionMayReview.has(state));
  return inTerm ?? inReview ?? running[0] ?? null;
}
