/** What a number of a sheet stands for, by the format that its cell bears; null for a plain number. */
export type NumberFormat = 'percent' | 'day' | null;

const PERCENTS = [9, 10];
const isDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Digits that a spreadsheet keeps of a number; what follows is a trace of its arithmetic. */
const SIGNIFICANT = 15;
const DAY = 86_400_000;
/** Day 0 of spreadsheets, which hold 1900 for a leap year. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** 1900-03-01 and 2100-01-01. */
const FIRST_DAY = 61;
const LAST_DAY = 73_051;
const DAYS_TO_1904 = 1462;

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (PERCENTS.includes(id)) return 'percent';
  if (code === undefined) return isDay(id) ? 'day' : null;
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (plain.includes('%')) return 'percent';
  return /y/i.test(plain) && /[md]/i.test(plain) ? 'day' : null;
}

/** A number as its cell shows it: 0.86 as 86%, 41446 as a day, without traces of arithmetic. */
export function numberText(stored: string, format: NumberFormat, since1904 = false): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (format === 'day') {
    return spreadsheetDay(Math.floor(value) + (since1904 ? DAYS_TO_1904 : 0)) ?? stored;
  }
  const exact = (number: number) => String(Number(number.toPrecision(SIGNIFICANT)));
  if (format === 'percent') return `${exact(value * 100)}%`;
  return stored.length > SIGNIFICANT ? exact(value) : stored;
}

/** The number of a day in spreadsheets → the day, or null for a number that is hardly one. */
export function spreadsheetDay(number: number): string | null {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) return null;
  return new Date(DAY_ZERO + number * DAY).toISOString().slice(0, 10);
}
