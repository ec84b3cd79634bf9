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
  return read;
}

function joined(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())].toSorted();
}
