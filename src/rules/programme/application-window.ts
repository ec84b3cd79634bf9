import { type WorkingDayCalendar, countWorkingDays } from '../calendar/working-day-calendar.js';
import type { PhaseDays } from './phase-calendar.js';

/** Working days that applicants have at least, from posting the call to the deadline. */
const LEAST_WINDOW = 20;

export interface ApplicationWindow {
  readonly longEnough: boolean;
  readonly workingDays: number;
  readonly least: number;
}

/**
 * The guard `applicationWindowLongEnough`: working days from the day the call is posted (or the
 * planned opening, when that is later) to the deadline for all, both ends counted.
 *
 * @param phases the plan with what extension orders for all have moved
 *
 * @throws RuleError `calendar.yearNotLoaded`
 */
export function applicationWindow(
  calendar: WorkingDayCalendar,
  phases: readonly PhaseDays[],
  postedOn: string,
): ApplicationWindow {
  const open = phases.find(({ phase }) => phase === 'Open');
  const from = open && open.from > postedOn ? open.from : postedOn;
  const workingDays = open && from <= open.to ? countWorkingDays(calendar, from, open.to) : 0;
  return { longEnough: workingDays >= LEAST_WINDOW, workingDays, least: LEAST_WINDOW };
}
