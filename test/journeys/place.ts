import { resultsVerify } from '../../src/awards/commands/results-verify.js';
import { journalVerify } from '../../src/journal/commands/journal-verify.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import {
  addWorkingDays,
  createWorkingDayCalendar,
} from '../../src/rules/calendar/working-day-calendar.js';
import { type CommandResult, runCommand, runCommandOn } from '../support/run-command.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** Where a journey is played: the application in this process, or a program that somebody started. */
export interface Place {
  /** Somebody from outside, with an empty cookie jar. */
  visitor(): Visitor;
  /** The Beijing date that the place believes in. */
  today(): string;
  /** To the morning of a later day. */
  moveTo(day: string): Promise<void>;
  rows<T>(sql: string, values?: readonly (string | number)[]): Promise<T[]>;
  verifyJournal(): Promise<CommandResult>;
  verifyResults(bundleFile: string): Promise<CommandResult>;
}

export function inProcess(app: TestApp): Place {
  return {
    visitor: () => app.visitor(),
    today: () => beijingDate(app.clock.now()),
    moveTo: async (day) => app.clock.moveTo(`${day}T01:00:00.000Z`),
    rows: (sql, values) => app.database.rows(sql, values),
    verifyJournal: () => runCommandOn(app, journalVerify),
    verifyResults: (bundleFile) => runCommand(resultsVerify, bundleFile),
  };
}

/** Computed from the working days that the place knows. */
export async function workingDayAfter(place: Place, day: string, days: number): Promise<string> {
  const years = await place.rows<{ year: number; holidays: string; makeUpDays: string }>(
    'SELECT year, holidays, make_up_days FROM working_day_year',
  );
  const calendar = createWorkingDayCalendar(
    years.map(({ year, holidays, makeUpDays }) => ({
      year,
      holidays: JSON.parse(holidays) as string[],
      makeUpDays: JSON.parse(makeUpDays) as string[],
    })),
  );
  return addWorkingDays(calendar, day, days);
}
