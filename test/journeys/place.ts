import { resultsVerify } from '../../src/awards/commands/results-verify.js';
import { journalVerify } from '../../src/journal/commands/journal-verify.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
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
