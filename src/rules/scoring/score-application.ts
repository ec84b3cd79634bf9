import type { ScorableRecord } from './application-record.js';
import { reweighting, sheetIndicators, sheetsOf } from './category-sheets.js';
import { adjustmentTotal, compositeScore, materialScore } from './composite.js';
import type { IndicatorPoints } from './compute-indicator-points.js';
import { type Fraction, ZERO, add, fraction, multiply, subtract, sum } from './fraction.js';
import type { SheetCode } from './indicator.js';
import { millionths } from './points.js';
import { leftOut, recordPoints } from './record-points.js';
import type { CategoryRules, Dimension, RuleSet } from './rule-set.js';
import { type SheetScore, scoreSheet, unheardSheet } from './score-sheet.js';

/** The score of one application, exact; every `Fraction` is in hundredths of a point. */
export interface ApplicationScore {
  readonly receiptNumber: string;
  readonly dimensions: readonly DimensionScore[];
  readonly sheets: readonly SheetScore[];
  readonly bonus: number;
  readonly deduction: number;
  readonly material: Fraction;
  readonly defence: Fraction | null;
  readonly composite: Fraction;
  /** What standings compare: the composite in millionths of a point, half-up. */
  readonly compositeMillionths: number;
}

export interface DimensionScore {
  readonly code: string;
  readonly role: Dimension['role'] | null;
  /** Factor on every indicator of the dimension; above 1 when one is left out. */
  readonly growth: Fraction;
  readonly computed: readonly IndicatorPoints[];
  readonly total: Fraction;
}

/** Severities of seats by sheet, where a category corrects for them. */
export type SheetSeverities = Readonly<Partial<Record<SheetCode, ReadonlyMap<number, Fraction>>>>;

/** The application cannot be scored yet: too few signed sheets. */
export interface TooFewSheets {
  readonly receiptNumber: string;
  readonly tooFewSheets: { readonly sheet: SheetCode; readonly signed: number };
}

/**
 * Material score, composite and their parts (rubrics §8). Throws a `RuleError` for a record that breaks
 * the rules; returns a refusal for missing sheets.
 */
export function scoreApplication(
  ruleSet: RuleSet,
  category: CategoryRules,
  record: ScorableRecord,
  severities: SheetSeverities = {},
): ApplicationScore | TooFewSheets {
  const { receiptNumber } = record;
  const sheets: SheetScore[] = [];
  for (const sheet of sheetsOf(ruleSet, category)) {
    const weighted = expertIndicators(ruleSet, category, record, sheet);
    if (record.absentFromDefence && sheet !== 'material') {
      sheets.push(unheardSheet(sheet, weighted));
      continue;
    }
    const signed = record.sheets.filter((one) => one.sheet === sheet);
    const score = scoreSheet(sheet, weighted, signed, ruleSet.trimTable, severities[sheet]);
    if (score === null) return { receiptNumber, tooFewSheets: { sheet, signed: signed.length } };
    sheets.push(score);
  }
  return { receiptNumber, ...combine(ruleSet, category, record, sheets) };
}

function combine(
  ruleSet: RuleSet,
  category: CategoryRules,
  record: ScorableRecord,
  sheets: readonly SheetScore[],
): Omit<ApplicationScore, 'receiptNumber'> {
  const dimensions = category.rubric.map((dimension) =>
    scoreDimension(ruleSet, dimension, record, sheets),
  );
  const rubricTotal = add(sum(dimensions.map(({ total }) => total)), takenOff(sheets));
  const bonus = adjustmentTotal(record.bonuses, 'bonusMost', ruleSet.adjustments);
  const deduction = adjustmentTotal(record.deductions, 'deductionMost', ruleSet.adjustments);
  const material = materialScore(rubricTotal, bonus, deduction);
  const defence = sheets.find(({ sheet }) => sheet === 'defence')?.mean ?? null;
  const composite = compositeScore(category.composite, material, defence);
  const compositeMillionths = millionths(composite);
  return {
    dimensions,
    sheets,
    bonus,
    deduction,
    material,
    defence,
    composite,
    compositeMillionths,
  };
}

/** What severities change of the mean of a sheet, which no single indicator carries. */
function takenOff(sheets: readonly SheetScore[]): Fraction {
  const inRubric = sheets.filter(({ sheet }) => sheet !== 'defence');
  return sum(
    inRubric.map(({ mean, indicatorMeans }) => subtract(mean, sum(Object.values(indicatorMeans)))),
  );
}

function scoreDimension(
  ruleSet: RuleSet,
  dimension: Dimension,
  record: ScorableRecord,
  sheets: readonly SheetScore[],
): DimensionScore {
  const notApplicable = leftOut(record);
  const growth = reweighting(dimension, notApplicable);
  const applicable = dimension.indicators.filter(({ code }) => !notApplicable.includes(code));
  const computed = applicable
    .filter(({ type }) => type !== 'E')
    .map((indicator) => recordPoints(indicator, record, ruleSet));
  const verified = computed.reduce((total, { points }) => total + points, 0);
  const judged = applicable
    .filter(({ type }) => type === 'E')
    .map((indicator) => {
      const sheet = sheets.find((one) => one.sheet === indicator.sheet);
      return sheet?.indicatorMeans[indicator.code] ?? ZERO;
    });
  const total = add(multiply(growth, fraction(verified)), sum(judged));
  return { code: dimension.code, role: dimension.role ?? null, growth, computed, total };
}

export function expertIndicators(
  ruleSet: RuleSet,
  category: CategoryRules,
  record: ScorableRecord,
  sheet: SheetCode,
) {
  const notApplicable = leftOut(record);
  return sheetIndicators(ruleSet, category, sheet)
    .filter(({ code }) => !notApplicable.includes(code))
    .map((indicator) => {
      const dimension = category.rubric.find(({ indicators }) => indicators.includes(indicator));
      const growth = dimension ? reweighting(dimension, notApplicable) : fraction(1);
      return { indicator, growth };
    });
}
