import { addDays, parseDate } from '../rules/calendar/beijing-time.js';
import { Refusal } from '../rules/refusal.js';
import { RuleError } from '../rules/rule-error.js';

const LONGEST_RUN = 31;

/**
 * Days of one year as people type them: `10-01` or `2026-10-01`, runs as `10-01..10-07`, separated
 * by blanks, commas or new lines. Sorted, each day once.
 *
 * @throws Refusal on the field, naming the part that cannot be read
 */
export function parseDayList(text: string, year: number, field: string): string[] {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,;\u3001]+/u)
    .filter(Boolean);
  const days = parts.flatMap((part) => expand(part, year, field));
  return [...new Set(days)].sort();
}

/** The list as it is shown for editing: runs of days joined, one a line. */
export function formatDayList(days: readonly string[]): string {
  const runs: { first: string; last: string }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}..${last}`)).join('\n');
}

function expand(part: string, year: number, field: string): string[] {
  const [first = '', last = first, more] = part
    .split('..')
    .map((day) => (/^\d{2}-\d{2}$/.test(day) ? `${year}-${day}` : day));
  if (more !== undefined) throw unreadable(part, field);
  try {
    parseDate(last);
    const days: string[] = [];
    for (let day = first; day <= last && days.length <= LONGEST_RUN; day = addDays(day, 1)) {
      days.push(day);
    }
    if (days.length === 0 || days.length > LONGEST_RUN) throw unreadable(part, field);
    if (days.some((day) => !day.startsWith(String(year)))) {
      throw new Refusal('calendar.dateOutsideYear', { date: part, year: String(year) }, field);
    }
    return days;
  } catch (error) {
    if (error instanceof RuleError) throw unreadable(part, field);
    throw error;
  }
}

function unreadable(part: string, field: string): Refusal {
  return new Refusal('programmes.refused.dayList', { part: part.slice(0, 40) }, field);
}
