import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import type { DraftSheet, SheetProblem } from '../../../rules/rounds/draft-sheet.js';
import { draftProblems } from '../../../rules/rounds/draft-sheet.js';
import { seenText } from '../../../rules/rounds/merge-drafts.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { TypedMark } from '../sheet-marks.js';
import type { FieldError } from '../../../web/forms/submitted.js';

/** A sheet as it came in: which indicators it names is data of the programme, so it is read by hand. */
export interface SheetInput extends DraftSheet {
  readonly version: number;
  readonly seen: Readonly<Record<string, string>>;
  readonly mark: TypedMark | null;
  readonly errors: readonly FieldError[];
}

const NOTE_MOST = 4000;

export function readSheetInput(indicators: readonly Indicator[], raw: RawForm): SheetInput {
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  const seen: Record<string, string> = {};
  const cleared = typedTexts(raw, 'clear');
  for (const { code } of indicators) {
    const [before] = typedTexts(raw, `seen-${code}`);
    if (before !== undefined) seen[code] = before;
    // Of two windows in conflict the one that was chosen; a form without a choice has one value only.
    const side = typedTexts(raw, `choice-${code}`)[0] === 'saved' ? 'saved-' : '';
    const score = (typedTexts(raw, `${side}score-${code}`)[0] ?? '').trim();
    // Anything that is no number fails the grid, and the judge is told so beside the indicator.
    if (score !== '' && !cleared.includes(code))
      scores[code] = /^-?\d{1,6}$/.test(score) ? Number(score) : Number.NaN;
    const comment = typedText(raw, `${side}comment-${code}`);
    if (comment !== '') comments[code] = comment;
  }
  const version = Number(typedTexts(raw, 'version')[0]);
  const problems = draftProblems(indicators, { scores, comments });
  return {
    scores,
    comments,
    version: Number.isSafeInteger(version) ? version : 0,
    seen,
    mark: readMark(raw),
    errors: problems.map(fieldError),
  };
}

function typedText(raw: RawForm, name: string): string {
  return normaliseText((typedTexts(raw, name)[0] ?? '').replace(/\r\n?/g, '\n'));
}

/** Null where the form has no place for a mark. What is too long for a note is cut where its field ends. */
function readMark(raw: RawForm): TypedMark | null {
  const [seenFlag] = typedTexts(raw, 'seen-flag');
  if (seenFlag === undefined) return null;
  return {
    flagged: typedTexts(raw, 'flag')[0] === '1',
    note: Array.from(typedText(raw, 'note')).slice(0, NOTE_MOST).join(''),
    seen: { flagged: seenFlag === '1', note: typedTexts(raw, 'seen-note')[0] ?? '' },
  };
}

/** What the form says to have shown of a mark. */
export function seenMark({ flagged, note }: { readonly flagged: boolean; readonly note: string }) {
  return { flag: flagged ? '1' : '0', note: seenText(note) };
}

export function fieldError(problem: SheetProblem): FieldError {
  return {
    field: `score-${problem.indicator}`,
    code: problem.key,
    variables: problem.variables,
  };
}
