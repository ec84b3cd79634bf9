import { addDays, parseDate } from '../rules/calendar/beijing-time.js';
import { Refusal } from '../rules/refusal.js';
import type { Translate } from '../web/page-context.js';
import { RuleError } from '../rules/rule-error.js';

const LONGEST_RUN = 31;

/** What a field says of one year: its days, and those that a pasted notice names as working days. */
export interface TypedDays {
  readonly holidays: string[];
  readonly makeUpDays: string[];
}

/**
 * A field of the form, in which the notice of the State Council may be pasted whole: of each of its
 * sentences the days are holidays, or working days where it ends in 上班. Anything else is a list.
 *
 * @throws Refusal on the field, naming the part that cannot be read
 */
export function parseTypedDays(
  text: string,
  year: number,
  field: 'holidays' | 'makeUpDays',
): TypedDays {
  const plain = withoutBrackets(text.normalize('NFKC'));
  if (!noticeWords.test(plain)) {
    const days = parseDayList(text, year, field);
    const none = { holidays: [], makeUpDays: [] };
    return { ...none, [field]: days };
  }
  const found: { holidays: string[]; makeUpDays: string[] } = { holidays: [], makeUpDays: [] };
  for (const sentence of plain.split(/[\u3002;\n]+/u)) {
    if (!/\d/u.test(sentence.replace(besides, '')) || isSigningDay(sentence, year)) continue;
    const runs = [...sentence.matchAll(chineseRun)].map(([run]) => run);
    const rest = sentence.replace(chineseRun, '').replace(dayCount, '');
    if (!runs.length || /\d/u.test(rest)) throw unreadable(sentence.trim(), field);
    const days = runs.flatMap((run) => expand(tokenOf(run), year, field, run));
    found[working.test(sentence) ? 'makeUpDays' : 'holidays'].push(...days);
  }
  return { holidays: sorted(found.holidays), makeUpDays: sorted(found.makeUpDays) };
}

/**
 * Days of one year as people type them: `10月1日至7日` as in the notice, `10-01` or `2026-10-01`, runs
 * also as `10-01..10-07`, separated by blanks, commas or new lines. Sorted, each day once. Of a run
 * over New Year the days of this year count.
 *
 * @throws Refusal on the field, naming the part as it was typed
 */
export function parseDayList(text: string, year: number, field: string): string[] {
  const typed = new Map<string, string>();
  const parts = withoutBrackets(text.normalize('NFKC'))
    .replace(chineseRun, (run) => {
      const token = tokenOf(run);
      typed.set(token, run);
      return token;
    })
    .split(/[\s,;\u3001\u3002]/u)
    .filter(Boolean);
  return sorted(parts.flatMap((part) => expand(part, year, field, typed.get(part) ?? part)));
}

function sorted(days: readonly string[]): string[] {
  return [...new Set(days)].toSorted();
}

/** 放假, 调休, 上班: what tells a notice from a list. */
const noticeWords = /\u653e\u5047|\u8c03\u4f11|\u4e0a\u73ed/u;
const working = /\u4e0a\u73ed/u;
/** Head of the notice and its number: 2022年部分节假日, 国办发明电〔2021〕11号. */
const besides = /\d{4}年(?!\d)|\u3014\d{4}\u3015\s*\d+\s*\u53f7/gu;
/** 共8天 */
const dayCount = /\u5171\s*\d+\s*\u5929/gu;
const chineseRun =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*(?:至|到|-+|—+|~)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/gu;

/** The day on which it was signed stands alone below it, and is one of the year before. */
function isSigningDay(sentence: string, year: number): boolean {
  const signed = /^\s*(\d{4})年\d{1,2}月\d{1,2}日\s*$/u.exec(sentence);
  return signed !== null && Number(signed[1]) < year;
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/gu, '');
}

/** A run in the words of a notice, as the list has it. */
function tokenOf(run: string): string {
  return run.replace(chineseRun, (_, ...given: (string | undefined)[]) => {
    const [year, month = '', day = '', toYear, toMonth = month, toDay] = given;
    const two = (number: string) => number.padStart(2, '0');
    const of = (its: string | undefined) => (its ? `${its}-` : '');
    const first = `${of(year)}${two(month)}-${two(day)}`;
    return toDay
      ? `${first}..${of(toYear ?? sameYear(year, month, toMonth))}${two(toMonth)}-${two(toDay)}`
      : first;
  });
}

/** 2022年12月31日至1月2日 ends in the next year, although it does not say so. */
function sameYear(year: string | undefined, from: string, to: string): string | undefined {
  return year && Number(to) < Number(from) ? String(Number(year) + 1) : year;
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

function expand(part: string, year: number, field: string, typed: string): string[] {
  const [first = '', last = first, more] = part.split('..');
  if (more !== undefined) throw unreadable(typed, field);
  const [from, to] = overNewYear(first, last, year);
  try {
    parseDate(to);
    const days: string[] = [];
    for (let day = from; day <= to && days.length <= LONGEST_RUN; day = addDays(day, 1)) {
      days.push(day);
    }
    if (days.length === 0 || days.length > LONGEST_RUN) throw unreadable(typed, field);
    const own = days.filter((day) => day.startsWith(`${year}-`));
    if (own.length === 0) {
      const variables = { date: typed.slice(0, 40), year: String(year) };
      throw new Refusal('calendar.dateOutsideYear', variables, field);
    }
    return own;
  } catch (error) {
    if (error instanceof RuleError) throw unreadable(typed, field);
    throw error;
  }
}

/** Days without a year are of this one; a run from December to January began in the year before. */
function overNewYear(first: string, last: string, year: number): [string, string] {
  const short = (day: string) => /^\d{2}-\d{2}$/.test(day);
  const began = short(first) && short(last) && last < first ? year - 1 : year;
  return [short(first) ? `${began}-${first}` : first, short(last) ? `${year}-${last}` : last];
}

function unreadable(part: string, field: string): Refusal {
  return new Refusal('programmes.refused.dayList', { part: part.slice(0, 40) }, field);
}
