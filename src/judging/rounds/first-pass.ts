import { groupBy } from '../../applications/group-by.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { fraction } from '../../rules/scoring/fraction.js';
import type { SpreadRule } from '../../rules/scoring/rule-set.js';
import type { SpreadRecord, SpreadWork } from '../../rules/scoring/spread-work.js';
import { spreadWork } from '../../rules/scoring/spread-work.js';

/** A sheet of a round that is not void, with what was found about its application. */
export interface PassRow {
  readonly applicationId: string;
  readonly state: 'Open' | 'Signed';
  readonly total: number | null;
  /** 1 for a sheet that scores a flagged application again. */
  readonly added: number;
  readonly byRange: number | null;
  readonly byDeviation: number | null;
}

/** Joins what was found to `score_sheet sh`. */
export const FOUND = `LEFT JOIN spread_finding f
  ON f.round_id = sh.round_id AND f.application_id = sh.application_id`;

/** Null while a sheet of the first pass is unsigned, or none was issued: no flag exists before. */
export function spreadOf(
  rows: readonly PassRow[],
  sheetMaximum: number,
  rule: SpreadRule,
): readonly SpreadWork[] | null {
  const first = rows.filter(({ added }) => !added);
  if (first.length === 0 || first.some(({ state }) => !sheetIn.signed.has(state))) return null;
  return spreadWork(recordsOf(rows), sheetMaximum, rule);
}

/** One record for each application; its first scores are compared, the added ones counted. */
export function recordsOf(rows: readonly PassRow[]): SpreadRecord[] {
  return [...groupBy(rows, ({ applicationId }) => applicationId)].map(([receiptNumber, sheets]) => {
    const extra = sheets.filter(({ added }) => added);
    const { byRange, byDeviation } = sheets[0]!;
    return {
      receiptNumber,
      totals: sheets.filter(({ added }) => !added).map(({ total }) => fraction(total ?? 0)),
      asked: extra.length,
      signed: extra.filter(({ state }) => sheetIn.signed.has(state)).length,
      found: byRange === null ? null : { byRange: byRange !== 0, byDeviation: byDeviation !== 0 },
    };
  });
}
