import { normaliseText } from '../../rules/identifiers/normalise-text.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';

const MOST = 100_000_000;

/** What stands in a field, as every form stores text; null when the field was not sent. */
export function typedText(raw: RawForm, name: string): string | null {
  const text = typedTexts(raw, name)[0];
  return text === undefined ? null : normaliseText(text);
}

/** A number without sign as people write it; null for anything else. */
export function parseNumber(text: string, hundredths: boolean): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  if (!(hundredths ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,9}$/).test(plain)) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const value = hundredths ? Number(`${whole}${fraction.padEnd(2, '0')}`) : Number(whole);
  return value <= MOST * 100 ? value : null;
}

export function numberText({
  value,
  hundredths,
}: {
  readonly value: number;
  readonly hundredths: boolean;
}): string {
  return hundredths ? String(value / 100) : String(value);
}

export function unreadableNumber(field: string, text: string, hundredths: boolean): FieldError {
  const code = /^[-−－]\d/.test(text)
    ? 'programmes.refused.negative'
    : hundredths
      ? 'programmes.refused.number'
      : 'programmes.refused.whole';
  return { field, code, variables: { text: text.slice(0, 40) } };
}
