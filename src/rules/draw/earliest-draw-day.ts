import { type WorkingDayCalendar, addWorkingDays } from '../calendar/working-day-calendar.js';

const WORKING_DAYS_BEFORE_REVIEW = 5;

/**
 * P07: a panel is drawn no earlier than five working days before material review begins, so that its
 * names are known to few for a short time only.
 */
export function earliestDrawDay(calendar: WorkingDayCalendar, materialReviewFrom: string): string {
  return addWorkingDays(calendar, materialReviewFrom, -WORKING_DAYS_BEFORE_REVIEW);
}
