import type { SpreadRule } from './rule-set.js';
import { type SpreadFlag, type SpreadInput, spreadFlags } from './spread.js';

export interface SpreadWork extends SpreadFlag {
  /** Extra judges have scored already, so nothing is left to do. */
  readonly rescored: boolean;
}

/**
 * The flags of one round with what has been done about each. The first scores stay (rubrics §8.1), so
 * a flag stays too; it is closed when the application has the added sheets beyond the usual number.
 * @param inputs totals of signed sheets, in hundredths of a point
 * @param sheetMaximum in hundredths of a point
 */
export function spreadWork(
  inputs: readonly SpreadInput[],
  sheetMaximum: number,
  rule: SpreadRule,
): readonly SpreadWork[] {
  const sheets = new Map(inputs.map(({ receiptNumber, totals }) => [receiptNumber, totals.length]));
  const usual = Math.min(...[...sheets.values()].filter((count) => count > 0));
  return spreadFlags(inputs, sheetMaximum, rule).map((flag) => ({
    ...flag,
    rescored: (sheets.get(flag.receiptNumber) ?? 0) >= usual + rule.addedJudges,
  }));
}
