import { addYears } from '../calendar/beijing-time.js';
import { addWorkingDays, type WorkingDayCalendar } from '../calendar/working-day-calendar.js';
import type { VetoResult, VetoRule, VetoSubject } from './veto-rules.js';

/** Years after which a bad record is neither used nor shown, whatever the look-back. */
const RECORD_LIFE_YEARS = 5;
/** Working days after which a check must be renewed. */
const CHECK_LIFE_WORKING_DAYS = 10;

export interface CreditRecord {
  readonly subject: VetoSubject;
  /** Date of the authority's decision, not of the act. */
  readonly decidedOn: string;
  /** Removed from the list, paid, settled or corrected on; only a "current" rule asks for it. */
  readonly endedOn: string | null;
  /** Date of the credit-restoration decision (信用修复). */
  readonly restoredOn: string | null;
  readonly underObjection: boolean;
}

export interface VetoContext {
  readonly applicationDeadline: string;
  readonly checkDate: string;
  /** Application deadlines of earlier programmes, newest first. */
  readonly earlierDeadlines: readonly string[];
  readonly programmeStart: string;
}

export interface VetoOutcome {
  readonly rule: string;
  readonly result: VetoResult;
  readonly messageKey: `veto.result.${VetoResult}`;
  /** First and last decision date that counts. */
  readonly window: { readonly from: string; readonly to: string };
  readonly hits: readonly CreditRecord[];
  readonly flags: readonly CreditRecord[];
  /** Cleared records stay in the file; records past their life are in no list. */
  readonly history: readonly CreditRecord[];
}

/**
 * One rule against the records found.
 *
 * @param records `null` when the source could not be reached, which is never read as clear
 */
export function evaluateVeto(
  rule: VetoRule,
  records: readonly CreditRecord[] | null,
  context: VetoContext,
): VetoOutcome {
  const { checkDate } = context;
  const window = { from: lookBackStart(rule, context), to: checkDate };
  if (records === null) return outcome(rule, 'Unavailable', window, [], [], []);

  const live = records.filter(
    (record) =>
      rule.subjects.includes(record.subject) &&
      record.decidedOn >= addYears(checkDate, -RECORD_LIFE_YEARS) &&
      record.decidedOn <= checkDate,
  );
  const isCounted = (record: CreditRecord) =>
    record.decidedOn >= window.from && !isCleared(rule, record, checkDate);
  const hits = live.filter((record) => isCounted(record) && !record.underObjection);
  const flags = live.filter((record) => isCounted(record) && record.underObjection);
  const history = live.filter((record) => !isCounted(record));
  const result = hits.length > 0 ? 'Hit' : flags.length > 0 ? 'Flag' : 'Clear';
  return outcome(rule, result, window, hits, flags, history);
}

/**
 * First decision date that counts. A look-back of years starts from the application deadline, so a
 * later check point does not move it; the five-year life of a record cuts every window.
 */
export function lookBackStart(rule: VetoRule, context: VetoContext): string {
  const lifeStart = addYears(context.checkDate, -RECORD_LIFE_YEARS);
  const start = windowStart(rule, context);
  return start > lifeStart ? start : lifeStart;
}

/** A check older than ten working days is stale and must be renewed. */
export function isStaleCheck(
  calendar: WorkingDayCalendar,
  asOfDate: string,
  today: string,
): boolean {
  return addWorkingDays(calendar, asOfDate, CHECK_LIFE_WORKING_DAYS) < today;
}

export interface StoredVetoCheck {
  readonly rule: string;
  readonly asOfDate: string;
  readonly result: VetoResult;
  /** Only for `Unavailable`: two different people who let the step go on, and why. */
  readonly waiver: { readonly people: readonly string[]; readonly reason: string } | null;
}

export interface VetoBlocker {
  readonly rule: string;
  readonly code:
    'veto.blocker.missing' | 'veto.blocker.stale' | 'veto.blocker.unavailable' | 'veto.blocker.hit';
}

/**
 * What keeps a notice from being posted or a title from being conferred today.
 *
 * @param checks oldest first: the newest of a rule counts
 */
export function vetoBlockers(
  calendar: WorkingDayCalendar,
  rules: readonly Pick<VetoRule, 'code'>[],
  checks: readonly StoredVetoCheck[],
  today: string,
): readonly VetoBlocker[] {
  return rules.flatMap(({ code: rule }): VetoBlocker[] => {
    const check = checks.findLast((each) => each.rule === rule);
    if (check === undefined) return [{ rule, code: 'veto.blocker.missing' }];
    if (check.result === 'Hit') return [{ rule, code: 'veto.blocker.hit' }];
    if (isStaleCheck(calendar, check.asOfDate, today))
      return [{ rule, code: 'veto.blocker.stale' }];
    return check.result === 'Unavailable' && !isWaived(check)
      ? [{ rule, code: 'veto.blocker.unavailable' }]
      : [];
  });
}

function isWaived({ waiver }: StoredVetoCheck): boolean {
  return waiver !== null && new Set(waiver.people).size >= 2 && waiver.reason.trim() !== '';
}

function windowStart({ lookBack }: VetoRule, context: VetoContext): string {
  if (lookBack.kind === 'Years') return addYears(context.applicationDeadline, -lookBack.years);
  if (lookBack.kind === 'Programmes') {
    return context.earlierDeadlines.slice(0, lookBack.past).at(-1) ?? context.programmeStart;
  }
  return addYears(context.checkDate, -RECORD_LIFE_YEARS);
}

function isCleared({ lookBack }: VetoRule, record: CreditRecord, checkDate: string): boolean {
  const ended =
    lookBack.kind === 'Current' && record.endedOn !== null && record.endedOn <= checkDate;
  return ended || (record.restoredOn !== null && record.restoredOn <= checkDate);
}

function outcome(
  { code }: VetoRule,
  result: VetoResult,
  window: VetoOutcome['window'],
  hits: readonly CreditRecord[],
  flags: readonly CreditRecord[],
  history: readonly CreditRecord[],
): VetoOutcome {
  return { rule: code, result, messageKey: `veto.result.${result}`, window, hits, flags, history };
}
