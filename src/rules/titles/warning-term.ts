import { type WorkingDayCalendar, addWorkingDays } from '../calendar/working-day-calendar.js';
import { LIMITS } from '../programme/limits.js';
import type { WarningGround } from './title-grounds.js';

export interface WarningFacts {
  readonly ground: WarningGround;
  readonly termEndsOn: string;
  /** Day on which the merchant reported the fault as repaired, and was not told otherwise. */
  readonly cureFiledOn: string | null;
  /** Day on which the return that was missing was filed. */
  readonly returnFiledOn: string | null;
}

/** A missing return is repaired by being filed, every other fault by what the merchant shows in the term. */
export function repairedInTerm(warning: WarningFacts): boolean {
  const { cureFiledOn, returnFiledOn, termEndsOn } = warning;
  const repairedOn = warning.ground === 'returnMissing' ? returnFiledOn : cureFiledOn;
  return repairedOn !== null && repairedOn <= termEndsOn;
}

export function notRepairedInTerm(warning: WarningFacts, today: string): boolean {
  return today > warning.termEndsOn && !repairedInTerm(warning);
}

interface Reminded {
  readonly warnedOn: string;
  readonly remindedOn: string | null;
}

/** The first day on which the merchant may be reminded (again). */
export function nextReminderOn(
  calendar: WorkingDayCalendar,
  { warnedOn, remindedOn }: Reminded,
): string {
  return addWorkingDays(calendar, remindedOn ?? warnedOn, LIMITS.titleReminderCooldown);
}

/** In the last days of the term the merchant is reminded without anybody asking for it. */
export function owesReminder(
  calendar: WorkingDayCalendar,
  warning: WarningFacts & Reminded,
  today: string,
): boolean {
  const { termEndsOn } = warning;
  const from = addWorkingDays(calendar, termEndsOn, -LIMITS.titleReminderLead);
  return (
    today >= from &&
    today <= termEndsOn &&
    !repairedInTerm(warning) &&
    nextReminderOn(calendar, warning) <= today
  );
}
