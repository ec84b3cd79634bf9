import type { WorkingDayCalendar } from '../calendar/working-day-calendar.js';
import type { CheckPoint } from '../scoring/veto-rule.js';
import { type StoredVetoCheck, type VetoBlocker, vetoBlockers } from './veto-check.js';
import type { VetoResult } from './veto-rules.js';

/** A veto check as it was written down; it is never edited, a later one follows it. */
export interface RecordedCheck {
  readonly rule: string;
  readonly asOf: string;
  readonly result: VetoResult;
  readonly note: string | null;
  readonly checkerId: string;
  readonly secondReaderId: string | null;
}

/**
 * What keeps one application from passing a check point today, from its recorded checks there: the one
 * rule of the gate that refuses and of the board that counts.
 * @param rules of the programme, those of other check points included
 * @param checks of one application at this check point, oldest first
 */
export function recordedBlockers(
  calendar: WorkingDayCalendar,
  rules: readonly { readonly code: string; readonly checkPoints: readonly CheckPoint[] }[],
  checkPoint: CheckPoint,
  checks: readonly RecordedCheck[],
  today: string,
): readonly VetoBlocker[] {
  const asked = rules.filter(({ checkPoints }) => checkPoints.includes(checkPoint));
  return vetoBlockers(calendar, asked, effectiveChecks(checks).map(storedCheck), today);
}

/**
 * The check that counts for each rule: the newest, except that a confirmed hit stands until a second
 * person has read what lifts it (vetoes R7).
 * @param checks of one application at one check point, oldest first
 */
export function effectiveChecks<Check extends RecordedCheck>(
  checks: readonly Check[],
): readonly Check[] {
  const standing = new Map<string, Check>();
  for (const check of checks) {
    const before = standing.get(check.rule);
    const stands = before?.result === 'Hit' && before.secondReaderId !== null;
    if (stands && check.result !== 'Hit' && check.secondReaderId === null) continue;
    standing.set(check.rule, check);
  }
  return [...standing.values()];
}

/** An unreachable source passes only when two people say so, with the reason in the note. */
function storedCheck(check: RecordedCheck): StoredVetoCheck {
  return {
    rule: check.rule,
    asOfDate: check.asOf,
    result: check.result,
    waiver:
      check.result === 'Unavailable' && check.secondReaderId
        ? { people: [check.checkerId, check.secondReaderId], reason: check.note ?? '' }
        : null,
  };
}
