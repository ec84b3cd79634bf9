import { RuleError } from '../rule-error.js';

const BEIJING_OFFSET_MILLISECONDS = 8 * 3_600_000;
/** Years of four digits, as every text of a day has them. */
const LAST_YEAR = 9999;
export const LAST_DAY = `${LAST_YEAR}-12-31`;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Beijing date 'YYYY-MM-DD' of an ISO instant. China has one zone, UTC+8, and no summer time since
 * 1991, so a fixed offset is exact for every programme year.
 *
 * @throws RuleError `calendar.instantInvalid`, also for a text without a zone
 */
export function beijingDate(instantIso: string): string {
  const milliseconds = Date.parse(instantIso);
  if (Number.isNaN(milliseconds) || !/T.*(Z|[+-]\d{2}:\d{2})$/.test(instantIso)) {
    throw new RuleError('calendar.instantInvalid', { instant: instantIso });
  }
  return toDate(milliseconds + BEIJING_OFFSET_MILLISECONDS);
}

/** The UTC instant of 24:00 Beijing time of a date: the first moment that is too late. */
export function endOfBeijingDay(date: string): string {
  return new Date(parseDate(date) + DAY_MILLISECONDS - BEIJING_OFFSET_MILLISECONDS).toISOString();
}

/**
 * Milliseconds of 'YYYY-MM-DD' at 00:00 UTC, used for day arithmetic only.
 *
 * @throws RuleError `calendar.dateInvalid`, also for a day such as 2013-02-30
 */
export function parseDate(date: string): number {
  const milliseconds = Date.parse(`${date}T00:00:00.000Z`);
  // Years beyond 9999 are written with a sign and then pass for a month.
  const signed = /^[+-]/.test(date);
  if (signed || Number.isNaN(milliseconds) || toDate(milliseconds) !== date) {
    throw new RuleError('calendar.dateInvalid', { date });
  }
  return milliseconds;
}

/** The UTC instant at which a Beijing date begins. */
export function startOfBeijingDay(date: string): string {
  return new Date(parseDate(date) - BEIJING_OFFSET_MILLISECONDS).toISOString();
}

/**
 * @throws RuleError `calendar.dateInvalid`, also where the day found has no four digits of a year: people
 * write 9999-12-31 for what never ends
 */
export function addDays(date: string, days: number): string {
  const found = toDate(parseDate(date) + days * DAY_MILLISECONDS);
  parseDate(found);
  return found;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (parseDate(to) - parseDate(from)) / DAY_MILLISECONDS;
}

/**
 * Same month and day `years` later or earlier; 29 February becomes 28 February.
 *
 * @throws RuleError `calendar.dateInvalid`, also beyond the year 9999
 */
export function addYears(date: string, years: number): string {
  const year = yearOf(date) + years;
  if (year < 0 || year > LAST_YEAR) throw new RuleError('calendar.dateInvalid', { date });
  const moved = `${String(year).padStart(4, '0')}${date.slice(4)}`;
  const exists = toDate(Date.parse(`${moved}T00:00:00.000Z`)) === moved;
  return exists ? moved : moved.replace('-02-29', '-02-28');
}

/** Whole years from `from` to `on`, as an age is counted; negative before `from`. */
export function completedYears(from: string, on: string): number {
  const years = yearOf(on) - yearOf(from);
  return on.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Whole months from `from` to `on`. */
export function completedMonths(from: string, on: string): number {
  parseDate(from);
  parseDate(on);
  const months =
    (yearOf(on) - yearOf(from)) * 12 + Number(on.slice(5, 7)) - Number(from.slice(5, 7));
  return on.slice(8) < from.slice(8) ? months - 1 : months;
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: string): number {
  return new Date(parseDate(date)).getUTCDay();
}

export function yearOf(date: string): number {
  parseDate(date);
  return Number(date.slice(0, 4));
}

function toDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
