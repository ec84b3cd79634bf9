import type { RuleErrorVariables } from './rule-error.js';

/**
 * A use case says no: what happened, which field, what to do. `code` is a locale key. `conflict`
 * marks a lost race (someone saved first), `missing` a row that is not there for this actor.
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

export function conflict(code = 'errors.conflict'): Refusal {
  return new Refusal(code, {}, null, 'conflict');
}
