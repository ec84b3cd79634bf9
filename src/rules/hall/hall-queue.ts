/** A merchant's turn in the hall, as far as the order of the day goes. */
export interface QueuedTurn {
  readonly place: number;
  /** Absent when called, and called once more after the last. */
  readonly again: boolean;
  readonly absent: boolean;
  readonly finished: boolean;
}

/** The order of the day: by lot, and after the last those who are called again, by lot among them. */
export function inTurn<T extends QueuedTurn>(turns: readonly T[]): T[] {
  return turns.toSorted(
    (one, other) => Number(one.again) - Number(other.again) || one.place - other.place,
  );
}

/** Those still to be heard, the next one first. */
export function waitingTurns<T extends QueuedTurn>(turns: readonly T[]): T[] {
  return inTurn(turns).filter(({ absent, finished }) => !absent && !finished);
}
