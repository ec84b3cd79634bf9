import { addDays } from '../calendar/beijing-time.js';

/** Days that a merchant gets for a return when its division says nothing else; our default. */
const USUAL_DAYS = 14;

/** The last day that a reminder offers. */
export function usualDueOn(today: string): string {
  return addDays(today, USUAL_DAYS);
}
