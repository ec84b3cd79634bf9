import type { Language } from './languages.js';

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const weekdays = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
};
const monthDays = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', timeZone: 'UTC' }),
};
const minutes = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const hundredths = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** 2013年6月21日 or 21 June 2013 for a Beijing day (YYYY-MM-DD). */
export function formatDay(language: Language, day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (language === 'zh-CN') return `${year}年${month}月${date}日`;
  return englishDay.format(Date.UTC(year, month - 1, date));
}

/** A figure or table cell kept as text: a Beijing day as people write it, anything else as it is. */
export function formatCell(language: Language, text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const time = Date.parse(`${text}T00:00:00Z`);
  // A day that is on no calendar is shown as it was typed.
  const known = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return known ? formatDay(language, text) : text;
}

/** 6月21日 or 21 June, where the year is plain from the page. */
export function formatMonthDay(language: Language, day: string): string {
  return monthDays[language].format(Date.parse(`${day}T00:00:00Z`));
}

/** The day with its weekday, where a deadline is meant. */
export function formatDayWeekday(language: Language, day: string): string {
  const instant = Date.parse(`${day}T00:00:00Z`);
  const weekday = weekdays[language];
  return language === 'zh-CN'
    ? `${formatDay(language, day)}（${weekday.format(instant)}）`
    : `${weekday.format(instant)}, ${formatDay(language, day)}`;
}

/** An instant in Beijing time to the minute. */
export function formatInstant(language: Language, instant: string): string {
  const { year, month, day } = partsOf(instant);
  return `${formatDay(language, `${year}-${month}-${day}`)} ${formatTime(instant)}`;
}

/** The Beijing time of day of an instant, where the day stands above it. */
export function formatTime(instant: string): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(
    minutes.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]),
  );
}

/** 1234567 → 1,234,567 */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** Hundredths → two decimals with thousands: points, 万元 and per cent alike. */
export function formatHundredths(value: number): string {
  return hundredths.format(value / 100);
}
