import { RuleError } from '../rule-error.js';
import { HALF_POINT, anchorPoints } from './anchor-points.js';
import type { RuleNote } from './computed.js';
import type { Indicator, SheetCode } from './indicator.js';
import { hundredthsText } from './points.js';
import type { CommentRule } from './rule-set.js';

/** A signed, valid sheet: points by indicator code, in hundredths. */
export interface JudgeSheet {
  readonly seat: number;
  readonly sheet: SheetCode;
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * What is wrong with a judge's score: outside 0 to the weight, off the half-point grid, or without the
 * comment that an extreme score needs (rule C10). Empty when it may stand.
 */
export function checkScore(
  indicator: Indicator,
  score: { readonly points: number; readonly comment: string },
  rule: CommentRule,
): readonly RuleNote[] {
  const problem = pointsProblem(indicator, score.points);
  if (problem) return [problem];
  const characters = Array.from(score.comment.trim()).length;
  if (!commentRequired(indicator, score.points) || characters >= rule.minimumCharacters) return [];
  return [
    scoreProblem('commentRequired', indicator, { characters, minimum: rule.minimumCharacters }),
  ];
}

/** At or below the 30 % anchor, or the full weight. */
export function commentRequired(indicator: Indicator, points: number): boolean {
  return points <= anchorPoints(indicator.weight, 30) || points === indicator.weight;
}

/** Throws a `RuleError` unless the sheet scores exactly these indicators with points that may stand. */
export function requireCompleteSheet(indicators: readonly Indicator[], sheet: JudgeSheet): void {
  const known = new Set(indicators.map(({ code }) => code));
  for (const code of Object.keys(sheet.scores)) {
    if (!known.has(code)) {
      throw new RuleError('scoring.error.foreignScore', { seat: sheet.seat, indicator: code });
    }
  }
  for (const indicator of indicators) {
    const points = sheet.scores[indicator.code];
    if (points === undefined) {
      const variables = { seat: sheet.seat, indicator: indicator.code };
      throw new RuleError('scoring.error.scoreMissing', variables);
    }
    const problem = pointsProblem(indicator, points);
    if (problem) throw new RuleError(problem.key, { ...problem.variables, seat: sheet.seat });
  }
}

function pointsProblem(indicator: Indicator, points: number): RuleNote | null {
  if (!Number.isSafeInteger(points) || points % HALF_POINT !== 0) {
    return scoreProblem('offGrid', indicator, {});
  }
  return points < 0 || points > indicator.weight ? scoreProblem('outOfRange', indicator, {}) : null;
}

function scoreProblem(
  key: string,
  indicator: Indicator,
  variables: RuleNote['variables'],
): RuleNote {
  const most = hundredthsText(indicator.weight);
  return {
    key: `scoring.score.${key}`,
    variables: { indicator: indicator.code, most, ...variables },
  };
}
