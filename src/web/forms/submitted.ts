import { validate } from 'class-validator';
import { RuleError } from '../../rules/rule-error.js';
import { Refusal } from '../../rules/refusal.js';
import type { Problem } from './check-value.js';
import { fieldsOf } from './field-meta.js';
import { type RawForm, parseValue } from './parse-value.js';

export interface FieldError extends Problem {
  /** Name of the field, or '' for the form as a whole. */
  readonly field: string;
}

/** A form as it came in: what was typed, what it means, and what is wrong with it. */
export class Submitted<T extends object> {
  constructor(
    readonly form: new () => T,
    readonly typed: RawForm,
    readonly value: T,
    readonly errors: readonly FieldError[],
  ) {}

  get ok(): boolean {
    return this.errors.length === 0;
  }

  with(...errors: FieldError[]): Submitted<T> {
    return new Submitted(this.form, this.typed, this.value, [...this.errors, ...errors]);
  }

  /** With what several fields together lack, all of it in the order of the form. */
  together(problems: readonly Refusal[]): Submitted<T> {
    const order = fieldsOf(this.form).map(({ name }) => name);
    const found = problems.map(({ field, code, variables }) => ({
      field: field ?? '',
      code,
      variables,
    }));
    const errors = [...this.errors, ...found].toSorted(
      (a, b) => order.indexOf(a.field) - order.indexOf(b.field),
    );
    return new Submitted(this.form, this.typed, this.value, errors);
  }

  /**
   * Runs a use case on a sound form. A refusal becomes an error of this form, so the page comes
   * back with everything that was typed; any other error goes on.
   */
  async attempt<R>(
    work: (value: T) => Promise<R>,
  ): Promise<{ done: true; result: R } | { done: false; form: Submitted<T> }> {
    if (!this.ok) return { done: false, form: this };
    try {
      return { done: true, result: await work(this.value) };
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'invalid') {
        return {
          done: false,
          form: this.with({
            field: error.field ?? '',
            code: error.code,
            variables: error.variables,
          }),
        };
      }
      if (error instanceof RuleError) {
        return {
          done: false,
          form: this.with({ field: '', code: error.code, variables: error.variables }),
        };
      }
      throw error;
    }
  }
}

/** Reads and validates a body; the same class serves a page's form and an API's JSON. */
export async function readForm<T extends object>(
  form: new () => T,
  body: unknown,
): Promise<Submitted<T>> {
  const raw = (typeof body === 'object' && body !== null ? body : {}) as RawForm;
  const fields = fieldsOf(form);
  const value = new form();
  for (const meta of fields) (value as Record<string, unknown>)[meta.name] = parseValue(raw, meta);
  const found = new Map(
    (await validate(value)).map((error) => [error.property, error.constraints]),
  );
  const errors = fields.flatMap((meta) => {
    const constraints = found.get(meta.name);
    if (!constraints) return [];
    const problem = JSON.parse(Object.values(constraints)[0]!) as Problem;
    return [{ ...problem, field: meta.name }];
  });
  return new Submitted(form, raw, value, errors);
}

/** A form that nobody has sent yet, filled with what is stored. */
export function unsentForm<T extends object>(
  form: new () => T,
  stored: RawForm = {},
): Submitted<T> {
  return new Submitted(form, stored, new form(), []);
}
