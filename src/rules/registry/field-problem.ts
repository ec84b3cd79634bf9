import type { RuleErrorVariables } from '../rule-error.js';

/** What is wrong with one field: a sentence of the locales and its variables. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly variables: RuleErrorVariables;
}

export function problem(
  field: string,
  code: string,
  variables: RuleErrorVariables = {},
): FieldProblem {
  return { field, code, variables };
}
