import { cleanText } from '../../rules/identifiers/clean-text.js';
import { normaliseText } from '../../rules/identifiers/normalise-text.js';
import { languages, translate } from '../../text/catalogue.js';
import { Unreadable } from './check-value.js';
import type { FieldMeta } from './field-meta.js';

/** What a browser or an API client sent: text, several texts, or JSON scalars. */
export type RawForm = Readonly<Record<string, unknown>>;

/** The texts of a field as typed, for showing them again: one, several, or the parts of a day. */
export function typedTexts(raw: RawForm, name: string): readonly string[] {
  const value = raw[name];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(asText);
}

/** Kind → the typed value of a field, null when nothing was given, `Unreadable` when it cannot be read. */
export function parseValue(raw: RawForm, meta: FieldMeta): unknown {
  if (meta.kind === 'day') return parseDay(raw, meta.name);
  const texts = typedTexts(raw, meta.name);
  if (meta.kind === 'choices') return texts.filter((text) => text !== '');
  const text = texts[0] ?? '';
  if (meta.kind === 'flag') return ['on', 'yes', 'true', '1'].includes(text);
  if (meta.kind === 'password') return asSent(raw[meta.name]) || null;
  const tidy =
    meta.kind === 'textarea'
      ? normaliseText(text.replace(/\r\n?/g, '\n'))
      : normaliseText(text.replace(/[\r\n\t]+/g, ' '));
  if (tidy === '') return null;
  if (meta.kind === 'whole') return parseNumber(tidy, 0, meta.unit);
  if (meta.kind === 'hundredths') return parseNumber(tidy, 2, meta.unit);
  return tidy;
}

/**
 * Digits with optional thousands and `decimals` places → a whole number in that unit's fractions. People
 * write the unit behind the number as the page does.
 */
function parseNumber(text: string, decimals: 0 | 2, unit: string | null): number | Unreadable {
  const plain = withoutUnit(text.normalize('NFKC').replace(/[,\s]/g, ''), unit);
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) {
    return new Unreadable(/\d/.test(plain) ? 'forms.numberOnly' : 'forms.number');
  }
  const [whole = '', fraction = ''] = plain.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > decimals) return new Unreadable(decimals ? 'forms.decimals' : 'forms.whole');
  const value = Number(`${whole}${kept.padEnd(decimals, '0')}`);
  return Math.abs(value) <= 2_147_483_647 ? value : new Unreadable('forms.numberTooLarge');
}

function withoutUnit(text: string, unit: string | null): string {
  const words = unit ? languages.map((language) => translate(language, unit)) : [];
  const word = words.find((one) => /\d$/.test(text.slice(0, -one.length)) && text.endsWith(one));
  return word ? text.slice(0, -word.length) : text;
}

function parseDay(raw: RawForm, name: string): string | null | Unreadable {
  const whole = asText(raw[name] ?? '').trim();
  const parts = ['year', 'month', 'day'].map((part) =>
    asText(raw[`${name}.${part}`] ?? '')
      .normalize('NFKC')
      .trim(),
  );
  const text = whole || (parts.some(Boolean) ? parts.join('-') : '');
  if (text === '') return null;
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return new Unreadable('forms.day');
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return new Unreadable('forms.dayUnknown');
  }
  return date.toISOString().slice(0, 10);
}

/** Cleaned here and nowhere else, so that whatever reads a field or a query reads the same text. */
function asText(value: unknown): string {
  return cleanText(asSent(value));
}

function asSent(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
