import type { SpreadRule } from './rule-set.js';
import {
  type SpreadFinding,
  type SpreadFlag,
  type SpreadInput,
  isFlagged,
  spreadMeasures,
} from './spread.js';

/** The first scores of an application, and what the added judges have done about it. */
export interface SpreadRecord extends SpreadInput {
  /** Sheets given to added judges. */
  readonly asked: number;
  /** Those of them that are signed. */
  readonly signed: number;
  /** What the tests said when the first pass was signed; null while nobody has written it down. */
  readonly found: SpreadFinding | null;
}

export interface SpreadWork extends SpreadFlag {
  /** As many extra judges as the rule adds have a sheet. */
  readonly asked: boolean;
  /** They have signed, so nothing is left to do. */
  readonly rescored: boolean;
}

/**
 * The flags of one round with what has been done about each. Only first scores are compared, and what
 * was found when they were signed stays found: neither the added scores nor an application that leaves
 * changes which others are flagged (rubrics §8.1).
 * @param records totals of signed sheets of the first pass, in hundredths of a point
 * @param sheetMaximum in hundredths of a point
 */
export function spreadWork(
  records: readonly SpreadRecord[],
  sheetMaximum: number,
  rule: SpreadRule,
): readonly SpreadWork[] {
  const known = new Map(records.map((record) => [record.receiptNumber, record]));
  return spreadMeasures(records, sheetMaximum, rule)
    .map((measure) => ({ ...measure, ...known.get(measure.receiptNumber)!.found }))
    .filter(isFlagged)
    .map((flag) => {
      const { asked, signed } = known.get(flag.receiptNumber)!;
      return { ...flag, asked: asked >= rule.addedJudges, rescored: signed >= rule.addedJudges };
    });
}
