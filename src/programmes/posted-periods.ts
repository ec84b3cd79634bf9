import { Injectable } from '@nestjs/common';
import type { WorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';

/** Titles of posted notices that still run and whose printed days a calendar would count otherwise. */
export type PostedPeriodSource = (calendar: WorkingDayCalendar) => Promise<readonly string[]>;

/** What is posted lies above the programmes: the awards hand in how to find it. */
@Injectable()
export class PostedPeriods {
  private source: PostedPeriodSource = () => Promise.resolve([]);

  supply(source: PostedPeriodSource): void {
    this.source = source;
  }

  countedOtherwise(calendar: WorkingDayCalendar): Promise<readonly string[]> {
    return this.source(calendar);
  }
}
