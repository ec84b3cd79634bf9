import type { CalendarPhase } from '../../src/programmes/programme.entity.js';
import {
  type WorkingDayCalendar,
  addWorkingDays,
} from '../../src/rules/calendar/working-day-calendar.js';
import { planPhases } from '../../src/rules/programme/phase-calendar.js';
import { PHASES } from '../../src/rules/programme/phases.js';

export type PhaseName = (typeof PHASES)[number]['phase'];

/** The rule book's plan in which `today` is the `day`-th working day of the material review. */
export function planAroundToday(
  calendar: WorkingDayCalendar,
  today: string,
  day: number,
): CalendarPhase[] {
  const review = PHASES.findIndex(({ phase }) => phase === 'MaterialReview');
  const before = PHASES.slice(0, review).reduce((sum, { workingDays }) => sum + workingDays, 0);
  return [...planPhases(calendar, addWorkingDays(calendar, today, 1 - day - before))];
}

export function phaseOf(phases: readonly CalendarPhase[], name: PhaseName): CalendarPhase {
  return phases.find(({ phase }) => phase === name)!;
}
