import type { RoundWork } from './round-work.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import type { ProgrammeEvent } from '../../rules/lifecycle/programme-lifecycle.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

/** What the office does in the room of a round. */
export type RoundAct = 'open' | 'rescore' | 'close';

/**
 * The step of the programme that an act in a round brings with it, or null when it brings none: a
 * further round of the same phase, a flag while others still sign, a round that is not the last.
 */
export function roundEvent(
  state: string,
  kind: RoundKind,
  act: RoundAct,
  work: readonly RoundWork[],
): ProgrammeEvent | null {
  const scoring = programmeIn.materialReview.has(state);
  const material = work.filter(({ round }) => round.kind === 'material');
  if (act === 'open') {
    if (kind === 'material') return programmeIn.declaring.has(state) ? 'startMaterialReview' : null;
    return scoring ? 'startDefence' : null;
  }
  if (act === 'rescore') {
    const waits = material.some(({ sheets, unsigned }) => sheets === 0 || unsigned > 0);
    const flagged = material.some(({ openFlags }) => openFlags > 0);
    const leaves = kind === 'material' && programmeIn.firstReading.has(state) && flagged && !waits;
    return leaves ? 'startSpreadReview' : null;
  }
  const done = work.every(
    ({ sheets, unsigned, openFlags }) => sheets > 0 && unsigned === 0 && openFlags === 0,
  );
  if (!done) return null;
  if (programmeIn.defence.has(state)) return 'closeDefence';
  return scoring ? 'closeScoringWithoutDefence' : null;
}
