import {
  type WorkingDayCalendar,
  addWorkingDays,
  countWorkingDays,
} from '../calendar/working-day-calendar.js';

/**
 * More than a third of the judges say that the time is too short, and then it is extended (rule book R9,
 * by analogy with the tendering regulation, article 48).
 */
export function isTooShort(said: number, judges: number): boolean {
  return said * 3 > judges;
}

/**
 * Half of the working days it had from its opening, rounded up, after its last day, or after today where
 * that has passed. The regulation names no length; this one is ours.
 *
 * @param today day 'YYYY-MM-DD'
 * @throws RuleError `calendar.yearNotLoaded`
 */
export function extendedEnd(
  calendar: WorkingDayCalendar,
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
  today: string,
): string {
  const had = countWorkingDays(calendar, opensOn, closesOn);
  const from = closesOn > today ? closesOn : today;
  return addWorkingDays(calendar, from, Math.max(1, Math.ceil(had / 2)));
}
