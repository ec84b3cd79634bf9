import { phaseOf } from '../../rules/hall/hall-clock.js';
import { waitingTurns } from '../../rules/hall/hall-queue.js';
import type { TurnRow } from './hall.queries.js';

/** Turns as the rule of the order sees them. */
export function queued(turns: readonly TurnRow[]) {
  return turns.map((turn) => ({
    turn,
    place: turn.place,
    again: turn.again === 1,
    absent: turn.attendance === 'absent',
    finished: phaseOf(turn.acts) === 'finished',
  }));
}

/** Whoever speaks now or is called next; null when all have been heard. */
export function nextTurn(turns: readonly TurnRow[]): TurnRow | null {
  return waitingTurns(queued(turns))[0]?.turn ?? null;
}
