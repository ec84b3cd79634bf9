import { STEP_ROOMS } from '../../programmes/step-rooms.js';
import { guardRoom } from '../../programmes/guard-rooms.js';
import { attestationIn } from '../../rules/guards/attestations.js';
import type { WaitingAct } from '../../rules/guards/waiting-acts.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';

export interface TurnPlace {
  readonly programmeId: string;
  readonly state: ProgrammeState;
  readonly categoryId: string;
}

/** Where the act is performed; a step without a room of its own is a button on the board. */
export function turnRoom({ does }: Pick<WaitingAct, 'does'>, place: TurnPlace): string {
  const board = `/office?programme=${place.programmeId}`;
  if ('step' in does) {
    return STEP_ROOMS[does.step]?.(place.programmeId, place.categoryId) ?? `${board}#steps`;
  }
  if (attestationIn(does.guard, place.state)) return `${board}#attest`;
  return guardRoom(does.guard)?.path(place) ?? `${board}#steps`;
}
