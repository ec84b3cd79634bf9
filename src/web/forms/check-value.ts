import {
  arrayMaxSize,
  arrayNotEmpty,
  equals,
  isDefined,
  isIn,
  isInstance,
  max as isAtMost,
  min as isAtLeast,
} from 'class-validator';
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

/**
 * Kind → what is wrong with a parsed value, or null. Codes are locale keys under `forms.`. The library
 * decides wherever it has the validator; the length of a text is counted here, because the library
 * leaves some characters out of it.
 */
export const checkers: Record<FieldMeta['kind'], (value: unknown, meta: FieldMeta) => Checked> = {
  text: checkText,
  textarea: checkText,
  password: checkText,
  whole: checkNumber,
  hundredths: checkNumber,
  day: checkDay,
  choice: checkChoice,
  choices: checkChoices,
  flag: (value, meta) => (meta.required && !equals(value, true) ? problem('forms.tick') : null),
};

function problem(code: string, variables: Problem['variables'] = {}): Problem {
  return { code, variables };
}

function absent({ required }: FieldMeta, code = 'forms.required'): Checked {
  return required ? problem(code) : null;
}

function isUnreadable(value: unknown): value is Unreadable {
  return isInstance(value, Unreadable);
}

function checkText(value: unknown, meta: FieldMeta): Checked {
  if (!isDefined(value)) return absent(meta);
  const length = Array.from(value as string).length;
  const { min, max } = meta;
  if (min !== null && max !== null && (length < min || length > max)) {
    return min === max
      ? problem('forms.lengthExactly', { max, length })
      : problem('forms.lengthBetween', { min, max, length });
  }
  if (max !== null && length > max) return problem('forms.lengthMost', { max, length });
  if (min !== null && length < min) return problem('forms.lengthLeast', { min, length });
  const wrong = meta.check?.(value as string);
  return wrong ? problem(wrong) : null;
}

function checkNumber(value: unknown, meta: FieldMeta): Checked {
  if (isUnreadable(value)) return problem(value.code);
  if (!isDefined(value)) return absent(meta);
  const shown = (limit: number) => (meta.kind === 'hundredths' ? limit / 100 : limit);
  const { min, max } = meta;
  if (min !== null && !isAtLeast(value, min))
    return problem('forms.numberLeast', { min: shown(min) });
  if (max !== null && !isAtMost(value, max))
    return problem('forms.numberMost', { max: shown(max) });
  return null;
}

function checkDay(value: unknown, meta: FieldMeta): Checked {
  if (isUnreadable(value)) return problem(value.code);
  return isDefined(value) ? null : absent(meta);
}

function checkChoice(value: unknown, meta: FieldMeta): Checked {
  if (!isDefined(value)) return absent(meta, 'forms.choose');
  return isIn(value, meta.values) ? null : problem('forms.choose');
}

function checkChoices(value: unknown, meta: FieldMeta): Checked {
  const chosen = value as readonly string[];
  if (!arrayNotEmpty(chosen)) return absent(meta, 'forms.choose');
  const known = meta.values.length === 0 || chosen.every((one) => isIn(one, meta.values));
  if (!known) return problem('forms.choose');
  const most = meta.max;
  return most !== null && !arrayMaxSize(chosen, most)
    ? problem('forms.chooseMost', { max: most })
    : null;
}
