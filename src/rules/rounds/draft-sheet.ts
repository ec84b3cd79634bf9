import type { RuleNote } from '../scoring/computed.js';
import type { Indicator } from '../scoring/indicator.js';
import { checkScore } from '../scoring/judge-sheet.js';
import type { CommentRule } from '../scoring/rule-set.js';

const COMMENT_MOST = 1000;

/** What a judge has put on a sheet so far; an indicator without a score is absent. */
export interface DraftSheet {
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
}

export interface SheetProblem extends RuleNote {
  readonly indicator: string;
}

const freeComment: CommentRule = { minimumCharacters: 0 };

/** Problems that a draft may never have: a score off the grid or the scale, a comment without end. */
export function draftProblems(
  indicators: readonly Indicator[],
  draft: DraftSheet,
): readonly SheetProblem[] {
  return indicators.flatMap((indicator) => {
    const { code } = indicator;
    const points = draft.scores[code];
    const comment = draft.comments[code] ?? '';
    const length = Array.from(comment).length;
    const wrong =
      points === undefined ? [] : checkScore(indicator, { points, comment }, freeComment);
    const long = { key: 'judging.sheet.commentLong', variables: { most: COMMENT_MOST, length } };
    const problems = length > COMMENT_MOST ? [...wrong, long] : wrong;
    return problems.map((each) => ({ ...each, indicator: code }));
  });
}

/** What keeps a sheet from being signed: every indicator needs its score, extremes their comment. */
export function signingProblems(
  indicators: readonly Indicator[],
  draft: DraftSheet,
  rule: CommentRule,
): readonly SheetProblem[] {
  return indicators.flatMap((indicator): readonly SheetProblem[] => {
    const { code } = indicator;
    const points = draft.scores[code];
    if (points === undefined) {
      return [{ indicator: code, key: 'judging.sheet.scoreMissing', variables: {} }];
    }
    const comment = draft.comments[code] ?? '';
    return checkScore(indicator, { points, comment }, rule).map((each) => ({
      ...each,
      indicator: code,
    }));
  });
}

/** How far an indicator of a draft is: without a score, without the comment that its score needs, or done. */
export type IndicatorState = 'unscored' | 'commentMissing' | 'done';

export function indicatorState(
  indicator: Indicator,
  draft: DraftSheet,
  rule: CommentRule,
): IndicatorState {
  if (draft.scores[indicator.code] === undefined) return 'unscored';
  return signingProblems([indicator], draft, rule).length > 0 ? 'commentMissing' : 'done';
}

/** Sum in hundredths when every indicator has a score, else null. */
export function draftTotal(indicators: readonly Indicator[], draft: DraftSheet): number | null {
  let total = 0;
  for (const { code } of indicators) {
    const points = draft.scores[code];
    if (points === undefined) return null;
    total += points;
  }
  return total;
}
