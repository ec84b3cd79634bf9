import type { RecordedCheck } from '../../../rules/eligibility/recorded-check.js';

/** A recorded check as the queries read it. */
export interface VetoCheckRow extends RecordedCheck {
  readonly id: string;
  readonly applicationId: string;
  readonly source: string;
  readonly decidedOn: string | null;
  readonly clearedOn: string | null;
  readonly evidenceId: string | null;
  readonly checkerName: string | null;
  readonly checkedAt: string;
  readonly secondReaderName: string | null;
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
