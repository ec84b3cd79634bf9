import type { Indicator } from '../scoring/indicator.js';
import { categoryRules } from '../scoring/category-sheets.js';
import { HALF_POINT } from '../scoring/anchor-points.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';
import { type SheetProblem, draftProblems } from './draft-sheet.js';

/** With one anchor a judge learns a level, with two a scale; more than five are an evening's work. */
export const ANCHORS_LEAST = 2;
export const ANCHORS_MOST = 5;
export const ANCHOR_TEXT_MOST = 4000;
export const ANCHOR_REASON_MOST = 500;
const REASON_LEAST = 4;

/** Whether the panel of a category scores anchors before it scores files. */
export function asksForAnchors(rules: RuleSet, category: string): boolean {
  return categoryRules(rules, category as CategoryCode).anchors ?? false;
}

export interface AnchorDraft {
  readonly texts: Readonly<Record<string, string>>;
  /** Reference points in hundredths; an indicator without them is absent. */
  readonly points: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** What even a draft may not hold: points off the scale of the indicator, texts without end. */
export function anchorDraftProblems(
  indicators: readonly Indicator[],
  { texts, points, reasons }: AnchorDraft,
): readonly SheetProblem[] {
  return indicators.flatMap((indicator) => {
    const { code } = indicator;
    const one = draftProblems([indicator], { scores: points, comments: {} });
    return [
      ...tooLong(code, 'judging.anchor.textLong', texts[code], ANCHOR_TEXT_MOST),
      ...one,
      ...tooLong(code, 'judging.anchor.reasonLong', reasons[code], ANCHOR_REASON_MOST),
    ];
  });
}

/**
 * What keeps an anchor from being handed over: every indicator that judges score has something to read,
 * reference points and a reason.
 * @param shown codes of indicators for which rows or files are shown beside the text
 */
export function anchorProblems(
  indicators: readonly Indicator[],
  draft: AnchorDraft,
  shown: ReadonlySet<string>,
): readonly SheetProblem[] {
  return indicators.flatMap((indicator) => {
    const { code } = indicator;
    const read = draft.texts[code] !== undefined || shown.has(code);
    const reason = Array.from(draft.reasons[code] ?? '').length;
    return [
      ...(read ? [] : [problem(code, 'judging.anchor.textMissing')]),
      ...(draft.points[code] === undefined ? [problem(code, 'judging.anchor.pointsMissing')] : []),
      ...(reason < REASON_LEAST
        ? [problem(code, 'judging.anchor.reasonMissing', { indicator: code, least: REASON_LEAST })]
        : []),
      ...anchorDraftProblems([indicator], draft),
    ];
  });
}

/** Every point that an indicator's scale allows, the highest first. */
export function scalePoints({ weight }: Pick<Indicator, 'weight'>): readonly number[] {
  const steps = Math.floor(weight / HALF_POINT);
  return Array.from({ length: steps + 1 }, (_, i) => (steps - i) * HALF_POINT);
}

type Points = Readonly<Record<string, number>>;

/** Own points less the reference, in hundredths, of each indicator that has both. */
export function anchorDeviations(own: Points, reference: Points): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.keys(reference)
      .filter((code) => own[code] !== undefined)
      .map((code) => [code, own[code]! - reference[code]!]),
  );
}

export interface DeviationSummary {
  readonly count: number;
  /** Hundredths of a point; above nought is more generous than the reference. */
  readonly mean: number;
  /** Standard deviation with n − 1, in hundredths of a point; null below two values. */
  readonly spread: number | null;
}

/** Mean and spread of one judge's deviations; null where there are none. */
export function summariseDeviations(values: readonly number[]): DeviationSummary | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { count, mean, spread: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, spread: Math.sqrt(squares / (count - 1)) };
}

function problem(
  indicator: string,
  key: string,
  variables: SheetProblem['variables'] = { indicator },
): SheetProblem {
  return { indicator, key, variables };
}

function tooLong(
  code: string,
  key: string,
  text: string | undefined,
  most: number,
): readonly SheetProblem[] {
  const length = Array.from(text ?? '').length;
  return length > most ? [problem(code, key, { most, length })] : [];
}
