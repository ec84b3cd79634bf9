import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import {
  type WorkingDayCalendar,
  createWorkingDayCalendar,
} from '../rules/calendar/working-day-calendar.js';

export interface WorkingDayYearRow {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  readonly source: string;
  readonly changedAt: string;
  readonly version: number;
}

type Stored = Omit<WorkingDayYearRow, 'holidays' | 'makeUpDays'> & {
  readonly holidays: string;
  readonly makeUpDays: string;
};

/** The working-day calendar as the office keeps it; rules refuse a year that is not loaded. */
@Injectable()
export class WorkingDays {
  /** The calendar of the days read last: nearly every page asks, and it changes once a year. */
  private kept: { readonly days: string; readonly calendar: WorkingDayCalendar } | null = null;

  constructor(private readonly database: Database) {}

  /** The same object as long as the same days are stored. */
  async calendar(): Promise<WorkingDayCalendar> {
    const stored = await this.stored();
    const days = stored.map((row) => `${row.year}${row.holidays}${row.makeUpDays}`).join();
    if (this.kept?.days !== days) {
      this.kept = { days, calendar: createWorkingDayCalendar(stored.map(parsed)) };
    }
    return this.kept.calendar;
  }

  async years(): Promise<WorkingDayYearRow[]> {
    return (await this.stored()).map(parsed);
  }

  private stored(): Promise<Stored[]> {
    return this.database.rows<Stored>(
      `SELECT year, holidays, make_up_days, source, changed_at, version
       FROM working_day_year ORDER BY year`,
    );
  }

  async year(year: number): Promise<WorkingDayYearRow | null> {
    return (await this.years()).find((row) => row.year === year) ?? null;
  }
}

function parsed(row: Stored): WorkingDayYearRow {
  return {
    ...row,
    holidays: JSON.parse(row.holidays) as string[],
    makeUpDays: JSON.parse(row.makeUpDays) as string[],
  };
}
