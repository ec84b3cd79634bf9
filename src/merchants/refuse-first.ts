import { Refusal } from '../rules/refusal.js';
import type { FieldProblem } from '../rules/registry/field-problem.js';

/** @throws Refusal for the first problem; pages ask for all of them before they run the use case */
export function refuseFirst(...lists: readonly (readonly FieldProblem[])[]): void {
  const first = lists.flat()[0];
  if (first) throw new Refusal(first.code, first.variables, first.field);
}
