import type { FieldMeta } from './field-meta.js';

/** A text that could not be read as the field's kind, kept so that the person sees it again. */
export class Unreadable {
  constructor(readonly code: string) {}
}

export interface Problem {
  readonly code: string;
  readonly variables: Readonly<Record<string, string | number>>;
}
export type Checked = Problem | null;

/** Kind → what is wrong with a parsed value, or null. Codes are locale keys under `forms.`. */
export const checkers: Record<FieldMeta['kind'], (value: unknown, meta: FieldMeta) => Checked> = {
  text: checkText,
  textarea: checkText,
  password: checkText,
  whole: checkNumber,
  hundredths: checkNumber,
  day: checkDay,
  choice: checkChoice,
  choices: checkChoices,
  flag: (value, meta) => (meta.required && value !== true ? problem('forms.tick') : null),
};

function problem(code: string, variables: Problem['variables'] = {}): Problem {
  return { code, variables };
}

function checkText(value: unknown, meta: FieldMeta): Checked {
  if (value === null) return meta.required ? problem('forms.required') : null;
  const length = Array.from(value as string).length;
  const { min, max } = meta;
  if (min !== null && max !== null && (length < min || length > max)) {
    return problem('forms.lengthBetween', { min, max, length });
  }
  if (max !== null && length > max) return problem('forms.lengthMost', { max, length });
  if (min !== null && length < min) return problem('forms.lengthLeast', { min, length });
  return null;
}

function checkNumber(value: unknown, meta: FieldMeta): Checked {
  if (value instanceof Unreadable) return problem(value.code);
  if (value === null) return meta.required ? problem('forms.required') : null;
  const shown = (limit: number) => (meta.kind === 'hundredths' ? limit / 100 : limit);
  const number = Number(value);
  const { min, max } = meta;
  if (min !== null && number < min) return problem('forms.numberLeast', { min: shown(min) });
  if (max !== null && number > max) return problem('forms.numberMost', { max: shown(max) });
  return null;
}

function checkDay(value: unknown, meta: FieldMeta): Checked {
  if (value instanceof Unreadable) return problem(value.code);
  return value === null && meta.required ? problem('forms.required') : null;
}

function checkChoice(value: unknown, meta: FieldMeta): Checked {
  if (value === null) return meta.required ? problem('forms.choose') : null;
  return meta.values.includes(value as string) ? null : problem('forms.choose');
}

function checkChoices(value: unknown, meta: FieldMeta): Checked {
  const chosen = value as readonly string[];
  if (chosen.length === 0) return meta.required ? problem('forms.choose') : null;
  if (!chosen.every((one) => meta.values.includes(one))) return problem('forms.choose');
  const most = meta.max;
  return most !== null && chosen.length > most ? problem('forms.chooseMost', { max: most }) : null;
}
