import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import {
  type ConflictAnswer,
  GROUND_NUMBERS,
  answerOf,
  explanationProblem,
} from '../../../rules/rounds/conflict-grounds.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { Identity } from '../conflict-facts.js';

/** One row of the table as it stands on the page, whole or not. */
export interface TypedAnswer {
  /** `none` and numbers of grounds. */
  readonly chosen: readonly string[];
  readonly explanation: string;
}

export type TypedDeclaration = ReadonlyMap<string, TypedAnswer>;

/** What came in, by the token of its row. */
export function typedDeclaration(identities: readonly Identity[], raw: RawForm): TypedDeclaration {
  return new Map(
    identities.map(({ token }) => [
      token,
      {
        chosen: typedTexts(raw, `ground-${token}`).filter((one) => one !== ''),
        explanation: typedTexts(raw, `explanation-${token}`)[0] ?? '',
      },
    ]),
  );
}

/** What was kept, by the token of its row. */
export function keptDeclaration(
  identities: readonly Identity[],
  answers: Readonly<Record<string, ConflictAnswer>>,
): TypedDeclaration {
  return new Map(
    identities.flatMap(({ token, applicationId }) => {
      const answer = answers[applicationId];
      if (!answer) return [];
      const chosen = answer.ground === null ? ['none'] : [answer.ground, ...(answer.more ?? [])];
      return [[token, { chosen, explanation: answer.explanation ?? '' }]];
    }),
  );
}

/** Answers by application, and what is wrong with them by field. A row without an answer is no answer. */
export function readDeclaration(
  identities: readonly Identity[],
  typed: TypedDeclaration,
): { answers: ReadonlyMap<string, ConflictAnswer>; errors: readonly FieldError[] } {
  const answers = new Map<string, ConflictAnswer>();
  const errors: FieldError[] = [];
  for (const { applicationId, token, hits, merchantName } of identities) {
    const { chosen = [], explanation = '' } = typed.get(token) ?? {};
    const grounds = GROUND_NUMBERS.filter((one) => chosen.includes(one));
    const none = chosen.includes('none');
    const variables = { name: merchantName };
    const field = `ground-${token}`;
    if (!none && grounds.length === 0) {
      errors.push({ field, code: 'judging.declaration.choose', variables });
      continue;
    }
    const answer = answerOf(grounds, normaliseText(explanation) || null);
    answers.set(applicationId, answer);
    if (none && grounds.length > 0) {
      errors.push({ field, code: 'judging.declaration.noneAndMore', variables });
      continue;
    }
    const names = hits.map(({ hit }) => hit);
    const code = explanationProblem(answer, names);
    if (code) errors.push({ field: `explanation-${token}`, code, variables });
  }
  return { answers, errors };
}

/** Whom "none for the rest" covers: rows without an answer that no comparison has marked. */
export function theRest(
  identities: readonly Identity[],
  typed: TypedDeclaration,
): readonly Identity[] {
  return identities.filter(
    ({ token, hits }) => hits.length === 0 && (typed.get(token)?.chosen.length ?? 0) === 0,
  );
}

/** The answers kept so far with "none" for those rows of the list that have none of their own meanwhile. */
export function withNone(
  identities: readonly Identity[],
  kept: Readonly<Record<string, ConflictAnswer>>,
  covered: readonly string[],
): TypedDeclaration {
  const typed = keptDeclaration(identities, kept);
  const none = theRest(identities, typed)
    .filter(({ token }) => covered.includes(token))
    .map(({ token }): [string, TypedAnswer] => [token, { chosen: ['none'], explanation: '' }]);
  return new Map([...typed, ...none]);
}
