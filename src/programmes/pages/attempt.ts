import { Refusal, isSavedMeanwhile } from '../../rules/refusal.js';
import { RuleError } from '../../rules/rule-error.js';
import type { FieldError } from '../../web/forms/submitted.js';

export type Attempt =
  | { readonly kind: 'done' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly error: FieldError };

/** Runs a use case; a refusal and a lost race come back as values, so that the page keeps what was typed. */
export async function attempt(work: () => Promise<unknown>): Promise<Attempt> {
  try {
    await work();
    return { kind: 'done' };
  } catch (error) {
    if (isSavedMeanwhile(error)) return { kind: 'conflict' };
    if (error instanceof Refusal && error.kind === 'invalid') {
      const { code, variables, field } = error;
      return { kind: 'refused', error: { code, variables, field: field ?? '' } };
    }
    if (error instanceof RuleError) {
      const { code, variables } = error;
      return { kind: 'refused', error: { code, variables, field: '' } };
    }
    throw error;
  }
}

/** A field that two people changed: what is stored now and what this person typed. */
export interface Difference {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}
