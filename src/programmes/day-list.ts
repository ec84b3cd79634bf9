import { addDays, parseDate } from '../rules/calendar/beijing-time.js';
import { Refusal } from '../rules/refusal.js';
import type { Translate } from '../web/page-context.js';
import { RuleError } from '../rules/rule-error.js';

const LONGEST_RUN = 31;

/**
 * Days of one year as people type them: `10月1日至7日` as in the notice, `10-01` or `2026-10-01`, runs
 * also as `10-01..10-07`, separated by blanks, commas or new lines. Sorted, each day once.
 *
 * @throws Refusal on the field, naming the part that cannot be read
 */
export function parseDayList(text: string, year: number, field: string): string[] {
  const parts = inNumbers(text.normalize('NFKC'))
    .split(/[\s,;\u3001]+/u)
    .filter(Boolean);
  const days = parts.flatMap((part) => expand(part, year, field));
  return [...new Set(days)].sort();
}

const chineseRun =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*(?:至|到|-+|—+|~)\s*(?:(\d{1,2})月)?(\d{1,2})日)?/gu;

/** The words of a holiday notice as numbers; what it says in brackets is left out. */
function inNumbers(text: string): string {
  const two = (number: string) => number.padStart(2, '0');
  return text
    .replace(/\([^)]*\)/gu, '')
    .replace(
      chineseRun,
      (
        _,
        year: string | undefined,
        month: string,
        day: string,
        toMonth?: string,
        toDay?: string,
      ) => {
        const prefix = year ? `${year}-` : '';
        const first = `${prefix}${two(month)}-${two(day)}`;
        return toDay ? `${first}..${prefix}${two(toMonth ?? month)}-${two(toDay)}` : first;
      },
    );
}

/** The list as it is shown for editing: runs of days joined, one a line, in the words of a notice. */
export function formatDayList(days: readonly string[], t: Translate): string {
  const runs: { first: string; last: string }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => runText(first, last, t)).join('\n');
}

function runText(first: string, last: string, t: Translate): string {
  const [from = '', fromDay = ''] = first.split('-').slice(1);
  const [to = '', toDay = ''] = last.split('-').slice(1);
  const kind = first === last ? 'day' : from === to ? 'withinMonth' : 'run';
  return t(`programmes.workingDays.list.${kind}`, {
    month: Number(from),
    day: Number(fromDay),
    toMonth: Number(to),
    toDay: Number(toDay),
  });
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
