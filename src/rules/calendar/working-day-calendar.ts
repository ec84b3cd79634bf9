import { RuleError } from '../rule-error.js';
import { addDays, beijingDate, dayOfWeek, parseDate, yearOf } from './beijing-time.js';

/** One year of the State Council notice; dates are 'YYYY-MM-DD' in Beijing time. */
export interface WorkingDayYear {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
}

export type WorkingDayCalendar = ReadonlyMap<
  number,
  { readonly holidays: ReadonlySet<string>; readonly makeUpDays: ReadonlySet<string> }
>;

/**
 * Builds the calendar of the loaded years.
 *
 * @throws RuleError `calendar.dateInvalid`, `calendar.dateOutsideYear`, `calendar.dayInBothSets`,
 *   `calendar.yearLoadedTwice`
 */
export function createWorkingDayCalendar(years: readonly WorkingDayYear[]): WorkingDayCalendar {
  const calendar = new Map<
    number,
    { holidays: ReadonlySet<string>; makeUpDays: ReadonlySet<string> }
  >();
  for (const { year, holidays, makeUpDays } of years) {
    if (calendar.has(year)) throw new RuleError('calendar.yearLoadedTwice', { year });
    for (const date of [...holidays, ...makeUpDays]) {
      if (yearOf(date) !== year) throw new RuleError('calendar.dateOutsideYear', { date, year });
    }
    const both = makeUpDays.find((date) => holidays.includes(date));
    if (both !== undefined) throw new RuleError('calendar.dayInBothSets', { date: both });
    calendar.set(year, { holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) });
  }
  return calendar;
}

/** @throws RuleError `calendar.yearNotLoaded`: a year without data is never a plain weekday count. */
export function isWorkingDay(calendar: WorkingDayCalendar, date: string): boolean {
  const year = yearOf(date);
  const days = calendar.get(year);
  if (days === undefined) throw new RuleError('calendar.yearNotLoaded', { year });
  if (days.makeUpDays.has(date)) return true;
  const weekday = dayOfWeek(date);
  return weekday >= 1 && weekday <= 5 && !days.holidays.has(date);
}

/**
 * Working days from `from` to `to`, both ends counted.
 *
 * @throws RuleError `calendar.periodReversed`, `calendar.yearNotLoaded`
 */
export function countWorkingDays(calendar: WorkingDayCalendar, from: string, to: string): number {
  parseDate(from);
  parseDate(to);
  if (from > to) throw new RuleError('calendar.periodReversed', { from, to });
  refuseUnloadedYears(calendar, yearOf(from), yearOf(to));
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/**
 * The `days`-th working day after `date`, which is itself not counted; a negative number counts
 * backwards, zero gives `date` back.
 *
 * @throws RuleError `calendar.numberOfDaysInvalid`, `calendar.yearNotLoaded`
 */
export function addWorkingDays(calendar: WorkingDayCalendar, date: string, days: number): string {
  if (!Number.isInteger(days)) throw new RuleError('calendar.numberOfDaysInvalid', { days });
  refuseUnloadedYears(calendar, yearOf(date), yearOf(date));
  const step = Math.sign(days);
  let reached = date;
  for (let left = Math.abs(days); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/**
 * Last day of a public notice of `days` working days: the posting day is not counted and the
 * period ends at 24:00 of the day returned.
 *
 * @throws RuleError `calendar.numberOfDaysInvalid` below one day, `calendar.yearNotLoaded`
 */
export function noticeEnd(calendar: WorkingDayCalendar, postDate: string, days: number): string {
  if (days < 1) throw new RuleError('calendar.numberOfDaysInvalid', { days });
  return addWorkingDays(calendar, postDate, days);
}

/**
 * Working days still open at an instant, today counted until its 24:00; zero once `end` is over.
 *
 * @param nowInstant ISO instant of the server clock
 * @param end last day 'YYYY-MM-DD'
 */
export function workingDaysLeft(
  calendar: WorkingDayCalendar,
  nowInstant: string,
  end: string,
): number {
  const today = beijingDate(nowInstant);
  refuseUnloadedYears(calendar, yearOf(end), yearOf(end));
  return today > end ? 0 : countWorkingDays(calendar, today, end);
}

function refuseUnloadedYears(calendar: WorkingDayCalendar, first: number, last: number): void {
  for (let year = first; year <= last; year += 1) {
    if (!calendar.has(year)) throw new RuleError('calendar.yearNotLoaded', { year });
  }
}
