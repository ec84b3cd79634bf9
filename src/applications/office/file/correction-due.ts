import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';

/** Working days an applicant has to repair the listed items (process A05). */
const correctionDays = 5;

/** The last day for a correction that is asked for today. */
@Injectable()
export class CorrectionDue {
  constructor(
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async day(): Promise<string> {
    const calendar = await this.workingDays.calendar();
    return addWorkingDays(calendar, beijingDate(this.clock.now()), correctionDays);
  }
}
