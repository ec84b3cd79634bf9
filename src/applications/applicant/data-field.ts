import { hundredthsText } from '../../rules/scoring/points.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import { type Problem, checkers } from '../../web/forms/check-value.js';
import type { FieldMeta } from '../../web/forms/field-meta.js';
import { type RawForm, parseValue } from '../../web/forms/parse-value.js';
import type { ShopOf } from './shop-title.js';

/** A name that the rules carry themselves, or a key of `locales/` with its variables. */
export type Label =
  | RuleText
  | {
      readonly key: string;
      readonly variables?: Readonly<Record<string, string | number>>;
      readonly shop?: ShopOf;
    };

export interface DataOption {
  readonly value: string;
  readonly label: Label;
}

/** A form field that is data of the programme and so has no class of its own. */
export interface DataField {
  readonly name: string;
  readonly kind: 'whole' | 'hundredths' | 'day' | 'choice' | 'flag' | 'text' | 'textarea';
  readonly label: Label;
  readonly hint: Label | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly DataOption[];
  /** A number of this kind is asked about when it looks like one of another scale. */
  readonly measure: 'percent' | 'rating' | null;
}

/**
 * What was sent for one field as the text it is stored in (whole numbers, money and shares in
 * hundredths, days, codes, 1 for a tick), null when empty; and what is wrong with it.
 */
export function readField(
  field: DataField,
  raw: RawForm,
): { readonly stored: string | null; readonly problem: Problem | null } {
  const meta = metaOf(field);
  const value = parseValue(raw, meta);
  const problem = checkers[field.kind](value, meta);
  if (problem) return { stored: null, problem };
  if (field.kind === 'flag') return { stored: value === true ? '1' : null, problem };
  return { stored: asStored(value), problem };
}

/** A stored text as it stands in an input: 485 hundredths is 4.85. */
export function inputText(field: Pick<DataField, 'kind'>, stored: string | null): string {
  if (stored === null) return '';
  return field.kind === 'hundredths' ? hundredthsText(Number(stored)) : stored;
}

function metaOf({ name, kind, min, max, options, measure }: DataField): FieldMeta {
  return {
    name,
    kind,
    label: '',
    hint: null,
    required: false,
    min,
    max,
    unit: measure === 'percent' ? 'forms.unit.percent' : null,
    values: options.map(({ value }) => value),
    options: '',
    input: 'text',
    autocomplete: null,
    rows: 6,
  };
}

/** A value as it is stored; whatever is neither text nor number was refused before. */
function asStored(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null;
}
