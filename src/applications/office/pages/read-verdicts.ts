import { Refusal } from '../../../rules/refusal.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { type TypedVerdict, verdictProblems } from '../verification/decided-value.js';

/** The rows of a page of verdicts as sent; their keys are data of the application. */
export function readVerdicts(body: RawForm): readonly TypedVerdict[] {
  return Object.keys(body)
    .filter((name) => name.startsWith('version.'))
    .map((name) => {
      const key = name.slice('version.'.length);
      const text = (part: string) => typedTexts(body, `${part}.${key}`)[0]?.trim() ?? '';
      return {
        key,
        version: Number(text('version')) || 0,
        verdict: text('verdict'),
        value: text('value'),
        reason: text('reason'),
      };
    });
}

/** Everything wrong with a page of verdicts, in page order, before anything is saved. */
export function verdictErrors(
  typed: readonly TypedVerdict[],
  claimedOf: (key: string) => string | null,
): readonly FieldError[] {
  return typed
    .filter(({ verdict }) => verdict !== '')
    .flatMap((one) =>
      verdictProblems(one, claimedOf(one.key)).map((problem) => ({
        field: (problem instanceof Refusal && problem.field) || `verdict.${one.key}`,
        code: problem.code,
        variables: problem.variables,
      })),
    );
}

/** With the button that accepts the rest, every figure shown without a verdict is taken as claimed. */
export function acceptingRest(
  typed: readonly TypedVerdict[],
  body: RawForm,
): { readonly verdicts: readonly TypedVerdict[]; readonly rest: readonly string[] } {
  if (typedTexts(body, 'rest')[0] !== 'accept') return { verdicts: typed, rest: [] };
  const isOpen = ({ verdict, value, reason }: TypedVerdict) => !verdict && !value && !reason;
  return {
    verdicts: typed.map((one) => (isOpen(one) ? { ...one, verdict: 'Accepted' } : one)),
    rest: typed.filter(isOpen).map(({ key }) => key),
  };
}
