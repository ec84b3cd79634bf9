import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { PostedPeriods } from '../../programmes/posted-periods.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { countsOtherwise } from '../../rules/calendar/printed-days.js';
import type { WorkingDayCalendar } from '../../rules/calendar/working-day-calendar.js';
import { quotedList } from '../../database/quoted-list.js';
import { RunningSpans } from '../../programmes/running-spans.js';
import type { RunningSpan } from '../../rules/calendar/moved-spans.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import type { NoticeHead } from './notice.queries.js';

type Period = Pick<NoticeHead, 'title' | 'postedOn' | 'lastDay' | 'workingDays'>;

/** Tells whoever changes the working days which running notices were printed by others. */
@Injectable()
export class RunningNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    periods: PostedPeriods,
    spans: RunningSpans,
  ) {
    periods.supply((calendar) => this.countedOtherwise(calendar));
    spans.supply((today) => this.terms(today));
  }

  /** Posted periods, and what the office owes to those who objected. */
  private async terms(today: string): Promise<readonly RunningSpan[]> {
    const rows = await this.database.rows<RunningSpan>(
      `SELECT 'notice' AS kind, title, posted_on AS "from", last_day FROM notice
       WHERE working_days IS NOT NULL AND last_day >= ?
       UNION ALL
       SELECT 'objectionAccept', receipt_number, received_at, accept_by FROM objection
       WHERE state IN (${quotedList(objectionIn.received)}) AND accept_by >= ?
       UNION ALL
       SELECT 'objectionDecide', receipt_number, accepted_at, decide_by FROM objection
       WHERE state IN (${quotedList(objectionIn.open)}) AND decide_by >= ?
       ORDER BY 4, 1, 2`,
      [today, today, today],
    );
    return rows.map((row) => ({ ...row, from: dayOf(row.from) }));
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

/** A day as it stands, the Beijing day of an instant. */
function dayOf(from: string): string {
  return from.length > 10 ? beijingDate(from) : from;
}
