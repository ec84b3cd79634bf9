import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import type { DraftSheet, SheetProblem } from '../../../rules/rounds/draft-sheet.js';
import { draftProblems } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';

/** A sheet as it came in: which indicators it names is data of the programme, so it is read by hand. */
export interface SheetInput extends DraftSheet {
  readonly version: number;
  readonly errors: readonly FieldError[];
}

export function readSheetInput(indicators: readonly Indicator[], raw: RawForm): SheetInput {
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  const cleared = typedTexts(raw, 'clear');
  for (const { code } of indicators) {
    const score = (typedTexts(raw, `score-${code}`)[0] ?? '').trim();
    // Anything that is no number fails the grid, and the judge is told so beside the indicator.
    if (score !== '' && !cleared.includes(code))
      scores[code] = /^-?\d{1,6}$/.test(score) ? Number(score) : Number.NaN;
    const comment = normaliseText(
      (typedTexts(raw, `comment-${code}`)[0] ?? '').replace(/\r\n?/g, '\n'),
    );
    if (comment !== '') comments[code] = comment;
  }
  const version = Number(typedTexts(raw, 'version')[0]);
  const problems = draftProblems(indicators, { scores, comments });
  return {
    scores,
    comments,
    version: Number.isSafeInteger(version) ? version : 0,
    errors: problems.map(fieldError),
  };
}

export function fieldError(problem: SheetProblem): FieldError {
  return {
    field: `score-${problem.indicator}`,
    code: problem.key,
    variables: problem.variables,
  };
}
