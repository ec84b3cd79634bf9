import type { StoredVetoCheck } from '../../../rules/eligibility/veto-check.js';
import type { VetoResult } from '../../veto-check.entity.js';

/** A recorded check as the queries read it. */
export interface VetoCheckRow {
  readonly id: string;
  readonly applicationId: string;
  readonly rule: string;
  readonly source: string;
  readonly asOf: string;
  readonly result: VetoResult;
  readonly decidedOn: string | null;
  readonly clearedOn: string | null;
  readonly note: string | null;
  readonly evidenceId: string | null;
  readonly checkerId: string;
  readonly checkerName: string | null;
  readonly checkedAt: string;
  readonly secondReaderId: string | null;
  readonly secondReaderName: string | null;
}

/**
 * The check that counts for each rule: the newest, except that a confirmed hit stands until a second
 * person has read what lifts it (vetoes R7).
 * @param checks of one application at one check point, oldest first
 */
export function effectiveChecks(checks: readonly VetoCheckRow[]): readonly VetoCheckRow[] {
  const standing = new Map<string, VetoCheckRow>();
  for (const check of checks) {
    const before = standing.get(check.rule);
    const stands = before?.result === 'Hit' && before.secondReaderId !== null;
    if (stands && check.result !== 'Hit' && check.secondReaderId === null) continue;
    standing.set(check.rule, check);
  }
  return [...standing.values()];
}

/** Hits, sources out of reach and everything after a hit wait for a second person. */
export function needsSecondReading(check: VetoCheckRow, checks: readonly VetoCheckRow[]): boolean {
  if (check.secondReaderId !== null) return false;
  if (check.result === 'Hit' || check.result === 'Unavailable') return true;
  return checks.some(
    (other) =>
      other.rule === check.rule && other.result === 'Hit' && other.checkedAt < check.checkedAt,
  );
}

/** An unreachable source passes only when two people say so, with the reason in the note. */
export function storedCheck(check: VetoCheckRow): StoredVetoCheck {
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
