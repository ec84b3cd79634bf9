import { beijingDate, yearOf } from '../calendar/beijing-time.js';

/** T: the last full calendar year at an instant, Beijing time. */
export function lastFullYear(instant: string): number {
  return yearOf(beijingDate(instant)) - 1;
}

/** Years for which a merchant may file or correct its return: T, T−1 and T−2. */
export function returnYears(instant: string): readonly number[] {
  const last = lastFullYear(instant);
  return [last, last - 1, last - 2];
}
