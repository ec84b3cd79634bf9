import type { Attendance } from './attendance.js';
import { type ClockStep, overtimeSeconds, phaseOf, spokenMilliseconds } from './hall-clock.js';

/** What the hall itself says of a turn that is over. */
export interface HallReading {
  readonly attended: boolean;
  /** Null for who did not come. */
  readonly overtimeSeconds: number | null;
}

/** Null before somebody was called, and while the clock has not ended. */
export function hallReading(
  turn: { readonly attendance: Attendance | null; readonly acts: readonly ClockStep[] },
  minutes: number,
): HallReading | null {
  const { attendance, acts } = turn;
  if (attendance === null) return null;
  if (attendance === 'absent') return { attended: false, overtimeSeconds: null };
  const last = acts.at(-1);
  if (!last || phaseOf(acts) !== 'finished') return null;
  const spoken = spokenMilliseconds(acts, last.at);
  return { attended: true, overtimeSeconds: overtimeSeconds(spoken, minutes) };
}
