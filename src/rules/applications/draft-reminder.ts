/** Days before the deadline on which somebody with an open draft is reminded, once each. */
export const REMINDER_DAYS = [3, 1] as const;

export type ReminderStage = (typeof REMINDER_DAYS)[number];

/** Nobody is woken by it: reminders leave from this hour of the Beijing day on. */
const FIRST_HOUR = 8;

/**
 * The reminder that is due now, or null. Whoever missed the first one, because the draft is younger or the
 * program stood still, gets it late; close to the end only the last one goes out.
 * @param daysLeft 0 on the last day itself
 * @param sent stages that have gone out for this deadline
 */
export function dueReminder(
  daysLeft: number,
  hour: number,
  sent: readonly number[],
): ReminderStage | null {
  if (daysLeft < 0 || hour < FIRST_HOUR) return null;
  const stage = REMINDER_DAYS.toReversed().find((days) => daysLeft <= days);
  return stage === undefined || sent.includes(stage) ? null : stage;
}
