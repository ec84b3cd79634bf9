import { type WorkingDayCalendar, addWorkingDays } from '../calendar/working-day-calendar.js';
import { LIMITS } from '../programme/limits.js';
import type { ReviewTrigger } from './title-grounds.js';

/** What the holder of a title reports when it happens. */
export const CHANGE_KINDS = ['name', 'control', 'place', 'shopClosure', 'platformPage'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Changes after which the office may look at the title again (T02). */
export const CHANGE_TRIGGERS: Readonly<Partial<Record<ChangeKind, ReviewTrigger>>> = {
  name: 'nameChange',
  control: 'controlChange',
  place: 'placeChange',
};

/** The last day to report it: the page of a platform within three working days, all else within ten. */
export function reportDueOn(
  calendar: WorkingDayCalendar,
  kind: ChangeKind,
  happenedOn: string,
): string {
  const days = kind === 'platformPage' ? LIMITS.platformChangeReport : LIMITS.changeReport;
  return addWorkingDays(calendar, happenedOn, days);
}
