import type { RuleErrorVariables } from './rule-error.js';

/**
 * A use case says no: what happened, which field, what to do. `code` is a locale key. `conflict`
 * marks a lost race or a page out of date, `missing` a row that is not there for this actor.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly variables: RuleErrorVariables = {},
    readonly field: string | null = null,
    readonly kind: 'invalid' | 'conflict' | 'missing' = 'invalid',
  ) {
    super(`${code} ${JSON.stringify(variables)}`);
    this.name = 'Refusal';
  }
}

export function missing(): Refusal {
  return new Refusal('errors.notFound', {}, null, 'missing');
}

/** Somebody was faster, and the sentence itself says how things stand now. */
export function conflict(code = 'errors.conflict'): Refusal {
  return new Refusal(code, {}, null, 'conflict');
}

/** Somebody was faster, or the page was out of date: the reader is told the state that things are in now. */
export function overtaken(
  code: string,
  lifecycle: string,
  state: string,
  variables: RuleErrorVariables = {},
): Refusal {
  return new Refusal(code, { ...variables, lifecycle, state }, null, 'conflict');
}

/** Somebody saved the same form first; a page can show both versions. Any other lost race ends the form. */
export function isSavedMeanwhile(error: unknown): error is Refusal {
  return error instanceof Refusal && error.kind === 'conflict' && error.code === 'errors.conflict';
}
