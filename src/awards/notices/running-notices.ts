import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { PostedPeriods } from '../../programmes/posted-periods.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { countsOtherwise } from '../../rules/calendar/printed-days.js';
import type { WorkingDayCalendar } from '../../rules/calendar/working-day-calendar.js';
import type { NoticeHead } from './notice.queries.js';

type Period = Pick<NoticeHead, 'title' | 'postedOn' | 'lastDay' | 'workingDays'>;

/** Tells whoever changes the working days which running notices were printed by others. */
@Injectable()
export class RunningNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    periods: PostedPeriods,
  ) {
    periods.supply((calendar) => this.countedOtherwise(calendar));
  }

  private async countedOtherwise(calendar: WorkingDayCalendar): Promise<readonly string[]> {
    const running = await this.database.rows<Period>(
      `SELECT title, posted_on, last_day, working_days FROM notice
       WHERE working_days IS NOT NULL AND last_day >= ? ORDER BY posted_at, id`,
      [beijingDate(this.clock.now())],
    );
    return running.filter((one) => countsOtherwise(calendar, one)).map(({ title }) => title);
  }
}
