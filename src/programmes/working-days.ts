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
  constructor(private readonly database: Database) {}

  async calendar(): Promise<WorkingDayCalendar> {
    return createWorkingDayCalendar(await this.years());
  }

  async years(): Promise<WorkingDayYearRow[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT year, holidays, make_up_days, source, changed_at, version
       FROM working_day_year ORDER BY year`,
    );
    return rows.map((row) => ({
      ...row,
      holidays: JSON.parse(row.holidays) as string[],
      makeUpDays: JSON.parse(row.makeUpDays) as string[],
    }));
  }

  async year(year: number): Promise<WorkingDayYearRow | null> {
    return (await this.years()).find((row) => row.year === year) ?? null;
  }
}
