import { type RankedApplication, rankCategory } from '../ranking/rank-category.js';
import { adjustmentTotal } from '../scoring/composite.js';
import type { ScorableRecord } from '../scoring/application-record.js';
import { categoryRules } from '../scoring/category-sheets.js';
import { decimalText, fractionText } from '../scoring/fraction.js';
import type { JudgeSheet } from '../scoring/judge-sheet.js';
import { points, sixDecimals } from '../scoring/points.js';
import { leftOut, recordPoints } from '../scoring/record-points.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';
import type {
  CategoryInputs,
  LockedApplication,
  LockedCategory,
  LockedResult,
  LockedSheet,
} from './results-bundle.js';
import { hashOf } from './sha256-hex.js';

/** Everything that is fixed at the lock of a category, in order of receipt numbers. */
export function lockCategory(
  ruleSet: RuleSet,
  inputs: CategoryInputs<ScorableRecord>,
): LockedCategory {
  const ranked = rankedByReceipt(ruleSet, inputs);
  const applications = inputs.applications.map((record) => ({
    ...lockRecord(ruleSet, inputs.category, record),
    result: lockResult(ranked.get(record.receiptNumber)),
  }));
  return { category: inputs.category, applications };
}

/** The part of a lock that needs no other application. */
export function lockRecord(
  ruleSet: RuleSet,
  code: CategoryCode,
  record: ScorableRecord,
): Omit<LockedApplication, 'result'> {
  return {
    receiptNumber: record.receiptNumber,
    recordHash: hashOf(record),
    indicatorPoints: computedPoints(ruleSet, code, record),
    sheets: lockSheets(record.sheets),
    bonus: adjustmentTotal(record.bonuses, 'bonusMost', ruleSet.adjustments),
    deduction: adjustmentTotal(record.deductions, 'deductionMost', ruleSet.adjustments),
  };
}

/** Needs no rules: it also reads sheets whose scores may not stand. */
export function lockSheets(sheets: readonly JudgeSheet[]): readonly LockedSheet[] {
  const codes = [...new Set(sheets.map(({ sheet }) => sheet))].sort();
  return codes.map((sheet) => {
    const signed = sheets.filter((one) => one.sheet === sheet);
    const seatSums: Record<string, number> = {};
    const indicatorSums: Record<string, number> = {};
    for (const { seat, scores } of signed) {
      for (const [indicator, score] of Object.entries(scores)) {
        seatSums[seat] = (seatSums[seat] ?? 0) + score;
        indicatorSums[indicator] = (indicatorSums[indicator] ?? 0) + score;
      }
    }
    return { sheet, seatSums, indicatorSums };
  });
}

export function rankedByReceipt(
  ruleSet: RuleSet,
  { category, applications, ballots }: CategoryInputs<ScorableRecord>,
): ReadonlyMap<string, RankedApplication> {
  const { ranked } = rankCategory(ruleSet, category, applications, ballots);
  return new Map(ranked.map((one) => [one.score.receiptNumber, one]));
}

export function lockResult(ranked: RankedApplication | undefined): LockedResult | null {
  if (!ranked) return null;
  const { score, standing, outcome } = ranked;
  return {
    means: Object.fromEntries(
      score.sheets.map(({ sheet, mean }) => [sheet, decimalText(points(mean), 6)]),
    ),
    material: decimalText(points(score.material), 6),
    composite: sixDecimals(score.compositeMillionths),
    compositeExact: fractionText(points(score.composite)),
    standing: standing.standing,
    outcome: outcome.result,
    reason: outcome.reason,
  };
}

function computedPoints(
  ruleSet: RuleSet,
  code: CategoryCode,
  record: ScorableRecord,
): Readonly<Record<string, number>> {
  const notApplicable = leftOut(record);
  const indicators = categoryRules(ruleSet, code)
    .rubric.flatMap((dimension) => dimension.indicators)
    .filter((one) => one.type !== 'E' && !notApplicable.includes(one.code));
  return Object.fromEntries(
    indicators.map((indicator) => [
      indicator.code,
      recordPoints(indicator, record, ruleSet).points,
    ]),
  );
}
