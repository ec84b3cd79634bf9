import { dayOfWeek } from '../rules/calendar/beijing-time.js';
import { createWorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import { Refusal } from '../rules/refusal.js';
import { RuleError } from '../rules/rule-error.js';
import { parseTypedDays } from './day-list.js';

export interface TypedYear {
  readonly year: number;
  /** Dates as typed, one or several a line. */
  readonly holidays: string;
  readonly makeUpDays: string | null;
}

/** The days of a year as they were typed. @throws Refusal for what is no day or both at once */
export function readTypedYear({ year, holidays, makeUpDays }: TypedYear) {
  const typed = [
    parseTypedDays(holidays, year, 'holidays'),
    parseTypedDays(makeUpDays ?? '', year, 'makeUpDays'),
  ];
  const read = {
    year,
    holidays: joined(typed.map((one) => one.holidays)),
    makeUpDays: joined(typed.map((one) => one.makeUpDays)),
  };
  try {
    createWorkingDayCalendar([read]);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new Refusal(error.code, error.variables, 'makeUpDays');
  }
  const workday = read.makeUpDays.find((day) => !isWeekend(day));
  if (workday) throw new Refusal('calendar.makeUpOnWorkday', { day: workday }, 'makeUpDays');
  return read;
}

/** A make-up day takes the place of a day of rest: on any other there would be nothing to make up. */
function isWeekend(day: string): boolean {
  return [0, 6].includes(dayOfWeek(day));
}

function joined(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())].toSorted();
}
