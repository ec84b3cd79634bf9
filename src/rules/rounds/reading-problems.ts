import type { FieldProblem } from '../registry/field-problem.js';
import type { Indicator } from '../scoring/indicator.js';
import type { CommentRule } from '../scoring/rule-set.js';
import { draftProblems, signingProblems } from './draft-sheet.js';
import type { PaperReading } from './paper-keyings.js';

const DISSENT_MOST = 2000;

/** What keeps a reading of points and words from being kept, in the order of its form. */
function scoreProblems(
  indicators: readonly Indicator[],
  comment: CommentRule,
  reading: PaperReading,
): FieldProblem[] {
  return indicators.flatMap((indicator) => {
    const known = draftProblems([indicator], reading);
    const found = known.length ? known : signingProblems([indicator], reading, comment);
    return found.slice(0, 1).map(({ key, variables }) => ({
      field: `score-${indicator.code}`,
      // The judge is not here to step back: a gap on the paper goes back to the judge.
      code: key === 'judging.sheet.scoreMissing' ? 'judging.paper.pointsMissing' : key,
      variables: { indicator: indicator.code, ...variables },
    }));
  });
}

/** The same with what stands around them on the sheet. */
export function readingProblems(
  indicators: readonly Indicator[],
  comment: CommentRule,
  typed: PaperReading & { readonly signed: boolean; readonly scan: unknown },
  first: boolean,
): FieldProblem[] {
  const long = Array.from(typed.dissent ?? '').length > DISSENT_MOST;
  return [
    ...scoreProblems(indicators, comment, typed),
    ...(long
      ? [{ field: 'dissent', code: 'judging.paper.dissentLong', variables: { max: DISSENT_MOST } }]
      : []),
    ...(typed.signed ? [] : [{ field: 'signed', code: 'judging.paper.unsigned', variables: {} }]),
    ...(first && !typed.scan
      ? [{ field: 'scan', code: 'judging.paper.noScan', variables: {} }]
      : []),
  ];
}

const NOTE = { min: 4, max: 500 };

/** What keeps a third person's reading from being kept. */
export function settlementProblems(
  indicators: readonly Indicator[],
  comment: CommentRule,
  reading: PaperReading,
  note: string,
): FieldProblem[] {
  const length = Array.from(note).length;
  return [
    ...scoreProblems(indicators, comment, reading),
    ...(length < NOTE.min || length > NOTE.max
      ? [{ field: 'note', code: 'judging.paper.noteLength', variables: NOTE }]
      : []),
  ];
}
