import { sha256Hex } from '../provenance/sha256-hex.js';
import type { RuleErrorVariables } from '../rule-error.js';

/** What is wrong with one field: a sentence of the locales and its variables. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly variables: RuleErrorVariables;
}

/** Stands for a doubt about exactly these values; another value has another key. */
export function doubtKey({ field, code, variables }: FieldProblem): string {
  return sha256Hex(JSON.stringify([field, code, variables])).slice(0, 16);
}

export function problem(
  field: string,
  code: string,
  variables: RuleErrorVariables = {},
): FieldProblem {
  return { field, code, variables };
}
