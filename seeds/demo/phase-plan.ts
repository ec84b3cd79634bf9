import type { CalendarPhase } from '../../src/programmes/programme.entity.js';
import {
  type WorkingDayCalendar,
  addWorkingDays,
  noticeEnd,
} from '../../src/rules/calendar/working-day-calendar.js';

/** Phases of a programme with their working days, in order. */
const DURATIONS = [
  ['Open', 25],
  ['DivisionReview', 10],
  ['Screening', 5],
  ['Verification', 10],
  ['Drawing', 2],
  ['RecusalDeclaration', 2],
  ['MaterialReview', 10],
  ['SpreadReview', 3],
  ['Defence', 2],
  ['ScoresLocked', 2],
  ['Deliberation', 5],
  ['Proposed', 2],
  ['Publicity', 5],
  ['ObjectionHandling', 10],
  ['Approved', 5],
  ['Published', 5],
  ['Conferred', 20],
] as const;

export type PhaseName = (typeof DURATIONS)[number][0];

/** Phases one after another from the first working day on or after the opening day. */
export function planFrom(calendar: WorkingDayCalendar, openingDay: string): CalendarPhase[] {
  const planned: CalendarPhase[] = [];
  let from = openingDay;
  for (const [phase, workingDays] of DURATIONS) {
    // The posting day of a public notice is not counted.
    const to =
      phase === 'Publicity'
        ? noticeEnd(calendar, from, workingDays)
        : addWorkingDays(calendar, from, workingDays - 1);
    planned.push({ phase, from, to, workingDays });
    from = addWorkingDays(calendar, to, 1);
  }
  return planned;
}

/** The plan in which `today` is the `day`-th working day of the material review. */
export function planAroundToday(
  calendar: WorkingDayCalendar,
  today: string,
  day: number,
): CalendarPhase[] {
  const before = DURATIONS.slice(
    0,
    DURATIONS.findIndex(([phase]) => phase === 'MaterialReview'),
  );
  const days = before.reduce((sum, [, workingDays]) => sum + workingDays, 0);
  return planFrom(calendar, addWorkingDays(calendar, today, 1 - day - days));
}

export function phaseOf(phases: readonly CalendarPhase[], name: PhaseName): CalendarPhase {
  return phases.find(({ phase }) => phase === name)!;
}
