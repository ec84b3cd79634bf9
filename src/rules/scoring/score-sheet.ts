import { type Fraction, ZERO, add, divide, fraction, multiply, subtract, sum } from './fraction.js';
import type { Indicator, SheetCode } from './indicator.js';
import { type JudgeSheet, requireCompleteSheet } from './judge-sheet.js';
import type { TrimRow } from './rule-set.js';
import { type TrimmedTotal, type TrimmedTotals, trimTotals } from './trim-totals.js';

/** The judges' part of one sheet: totals by seat, what was dropped, and the mean each indicator ends with. */
export interface SheetScore {
  readonly sheet: SheetCode;
  readonly totals: readonly TrimmedTotal[];
  readonly mean: Fraction;
  /** Mean over the kept seats, so that indicators add up to `mean` where nothing is taken off. */
  readonly indicatorMeans: Readonly<Record<string, Fraction>>;
}

/** An expert indicator with the growth of its dimension when another one is left out. */
export interface WeightedIndicator {
  readonly indicator: Indicator;
  readonly growth: Fraction;
}

/** Null when there are too few sheets to be valid. Throws a `RuleError` for an incomplete sheet. */
export function scoreSheet(
  sheet: SheetCode,
  weighted: readonly WeightedIndicator[],
  sheets: readonly JudgeSheet[],
  trimTable: readonly TrimRow[],
  severities: ReadonlyMap<number, Fraction> = new Map(),
): SheetScore | null {
  const indicators = weighted.map(({ indicator }) => indicator);
  for (const one of sheets) requireCompleteSheet(indicators, one);
  const totals = sheets.map((one) => {
    const total = sheetTotal(weighted, one);
    const severity = severities.get(one.seat);
    return severity
      ? { seat: one.seat, total: subtract(total, severity), severity }
      : { seat: one.seat, total };
  });
  const trimmed = trimTotals(totals, trimTable);
  if (trimmed === null) return null;
  return { sheet, ...trimmed, indicatorMeans: indicatorMeans(weighted, sheets, trimmed) };
}

/** The sheet of a defence to which nobody came: no seat counts. */
export function unheardSheet(sheet: SheetCode, weighted: readonly WeightedIndicator[]): SheetScore {
  const means = Object.fromEntries(
    weighted.map(({ indicator }) => [indicator.code, ZERO] as const),
  );
  return { sheet, totals: [], mean: ZERO, indicatorMeans: means };
}

export function sheetTotal(weighted: readonly WeightedIndicator[], sheet: JudgeSheet): Fraction {
  return weighted.reduce(
    (total, { indicator, growth }) =>
      add(total, multiply(growth, fraction(sheet.scores[indicator.code] ?? 0))),
    ZERO,
  );
}

function indicatorMeans(
  weighted: readonly WeightedIndicator[],
  sheets: readonly JudgeSheet[],
  trimmed: TrimmedTotals,
): Readonly<Record<string, Fraction>> {
  const keptSeats = trimmed.totals.filter(({ dropped }) => dropped === null);
  const kept = sheets.filter(({ seat }) => keptSeats.some((total) => total.seat === seat));
  const means = weighted.map(({ indicator, growth }) => {
    const points = kept.map(({ scores }) => fraction(scores[indicator.code] ?? 0));
    return [indicator.code, divide(multiply(growth, sum(points)), fraction(kept.length))] as const;
  });
  return Object.fromEntries(means);
}
