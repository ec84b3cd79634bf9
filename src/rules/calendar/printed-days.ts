import { addDays } from './beijing-time.js';
import { countWorkingDays, type WorkingDayCalendar } from './working-day-calendar.js';

/**
 * How a printed number of days counts the first day. Old notices count both ends; the notices of
 * this system do not count the posting day.
 */
export type DayCounting = 'BothEnds' | 'PostingDayExcluded';

export interface PrintedPeriod {
  readonly from: string;
  readonly to: string;
  readonly printedDays: number;
  readonly counting: DayCounting;
}

export type PrintedDaysResult =
  | { readonly ok: true; readonly computedDays: number }
  | {
      readonly ok: false;
      readonly code: 'calendar.printedDaysDiffer';
      readonly variables: Readonly<Record<'from' | 'to' | 'printed' | 'computed', string | number>>;
      readonly computedDays: number;
    };

/** Compares the number of working days printed in a notice with the computed one; a difference blocks posting. */
export function checkPrintedDays(
  calendar: WorkingDayCalendar,
  { from, to, printedDays, counting }: PrintedPeriod,
): PrintedDaysResult {
  const firstCounted = counting === 'BothEnds' ? from : addDays(from, 1);
  const computedDays = firstCounted > to ? 0 : countWorkingDays(calendar, firstCounted, to);
  if (computedDays === printedDays) return { ok: true, computedDays };
  return {
    ok: false,
    code: 'calendar.printedDaysDiffer',
    variables: { from, to, printed: printedDays, computed: computedDays },
    computedDays,
  };
}

/** Whether a posted notice prints a number of days that the calendar, changed since, does not count. */
export function countsOtherwise(
  calendar: WorkingDayCalendar,
  notice: {
    readonly postedOn: string;
    readonly lastDay: string | null;
    readonly workingDays: number | null;
  },
): boolean {
  const { postedOn, lastDay, workingDays } = notice;
  if (!lastDay || workingDays === null) return false;
  const printed = { from: postedOn, to: lastDay, printedDays: workingDays } as const;
  return !checkPrintedDays(calendar, { ...printed, counting: 'PostingDayExcluded' }).ok;
}
