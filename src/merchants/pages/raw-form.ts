import type { FieldMeta } from '../../web/forms/field-meta.js';
import { fieldsOf } from '../../web/forms/field-meta.js';
import { decimal } from '../../text/decimal.js';
import type { RawForm } from '../../web/forms/parse-value.js';

/** Stored values as a person would have typed them, for a form that nobody has sent yet. */
export function rawForm(form: new () => object, stored: object): RawForm {
  const values = stored as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fieldsOf(form).map((meta) => [meta.name, typed(meta, values[meta.name])]),
  );
}

function typed(meta: FieldMeta, value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (meta.kind === 'hundredths') return decimal(value as number);
  if (meta.kind === 'flag') return value === true || value === 1 ? 'on' : '';
  return value;
}
