import { decide } from '../../applications/office/verification/decided-value.js';
import type { RuleErrorVariables } from '../../rules/rule-error.js';
import { Refusal } from '../../rules/refusal.js';
import { type DraftSheet, draftProblems, signingProblems } from '../../rules/rounds/draft-sheet.js';
import type { FigureFinding } from '../../rules/rounds/re-review-result.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { Asked } from './asked-items.js';
import type { ReReviewDraft } from './re-review-sheet.entity.js';

export interface TypedFinding {
  readonly key: string;
  readonly verdict: string;
  readonly value: string;
  readonly reason: string;
}

/** What came in for a sheet of a re-review; a figure without a verdict is not yet looked at. */
export interface TypedSheet extends DraftSheet {
  readonly findings: readonly TypedFinding[];
}

/** @throws Refusal on the field of the first thing that may not stand, even in a draft */
export function readDraft({ indicators, figures }: Asked, typed: TypedSheet): ReReviewDraft {
  const [problem] = draftProblems(indicators, typed);
  if (problem) throw new Refusal(problem.key, problem.variables, `score-${problem.indicator}`);
  const findings: Record<string, FigureFinding> = {};
  const comments = { ...typed.comments };
  for (const { key, claimed } of figures) {
    const one = typed.findings.find((each) => each.key === key);
    if (!one || one.verdict === '') continue;
    const { verdict, verified, reason } = decide({ ...one, version: 0 }, claimed);
    findings[key] = { verdict, verified };
    if (reason) comments[key] = reason;
  }
  return { scores: typed.scores, comments, findings };
}

export interface WholeProblem {
  readonly code: string;
  readonly variables: RuleErrorVariables;
  readonly field: string;
}

/** The first thing that a signature still needs: every score and finding, extremes with their comment. */
export function wholeProblem(
  { indicators, figures }: Asked,
  draft: ReReviewDraft,
  { comment }: Pick<RuleSet, 'comment'>,
): WholeProblem | null {
  const [problem] = signingProblems(indicators, draft, comment);
  if (problem) {
    const { key, variables, indicator } = problem;
    return { code: key, variables: { indicator, ...variables }, field: `score-${indicator}` };
  }
  const open = figures.find(({ key }) => !(key in draft.findings));
  if (!open) return null;
  return { code: 'judging.reReview.findingMissing', variables: {}, field: `verdict.${open.key}` };
}

/**
 * The guards of a signature, on screen or on paper.
 * @throws Refusal in words for the first thing that is missing
 */
export function signingGuards(asked: Asked, draft: ReReviewDraft, rules: RuleSet) {
  const problem = wholeProblem(asked, draft, rules);
  if (problem) throw new Refusal(problem.code, problem.variables, problem.field);
  return { everyIndicatorScored: problem === null, requiredCommentsWritten: problem === null };
}
