import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import {
  type WorkingDayCalendar,
  createWorkingDayCalendar,
} from '../rules/calendar/working-day-calendar.js';

/** The working-day calendar as the office keeps it; rules refuse a year that is not loaded. */
@Injectable()
export class WorkingDays {
  constructor(private readonly database: Database) {}

  async calendar(): Promise<WorkingDayCalendar> {
    const rows = await this.database.rows<{ year: number; holidays: string; makeUpDays: string }>(
      'SELECT year, holidays, make_up_days FROM working_day_year ORDER BY year',
    );
    return createWorkingDayCalendar(
      rows.map((row) => ({
        year: row.year,
        holidays: JSON.parse(row.holidays) as string[],
        makeUpDays: JSON.parse(row.makeUpDays) as string[],
      })),
    );
  }
}
