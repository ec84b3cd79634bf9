import { type Translate, hasText } from '../../text/catalogue.js';
import { type FieldMeta, fieldsOf } from '../forms/field-meta.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import type { TypedField } from '../http/request.js';

export interface TypedBefore {
  readonly label: string;
  readonly value: string;
}

const DAY_PARTS = ['year', 'month', 'day'] as const;
/** Fields of every form, and what only the browser sends along. */
const SENT_ALONG = /^(_csrf|_kept|_drawn|_window|next|action|version|intent|asked)$|password/i;
/** What a browser sends for a box whose form is not known: it says nothing without its words. */
const TICK = 'on';
/** An id or a hash: nobody typed it. */
const OF_THE_MACHINE = /^(?:(?=.*[a-z])[0-9a-hjkmnp-tv-z]{16}|[0-9a-f]{64})$/;

/**
 * A refused page must not cost what was typed into it: every value beside its label, for copying, passwords
 * aside. What neither the form's class nor its page names comes last, as other text.
 *
 * @param drawn what the page that was sent calls its fields
 */
export function typedBefore(
  raw: RawForm | undefined,
  form: (new () => object) | undefined,
  t: Translate,
  drawn: readonly TypedField[] = [],
): readonly TypedBefore[] {
  if (!raw) return [];
  const fields = form ? fieldsOf(form) : [];
  const named = fields.flatMap((meta) => {
    const value = meta.kind === 'password' ? '' : valueOf(raw, meta, t);
    return value === '' ? [] : [{ label: t(meta.label), value }];
  });
  const typed = drawn.flatMap(({ label, value }) => (value === '' ? [] : [{ label, value }]));
  const known = new Set([...fields, ...drawn].flatMap(({ name }) => [name, ...dayFields(name)]));
  const others = Object.keys(raw)
    .filter((name) => !known.has(name) && !SENT_ALONG.test(name))
    .map((name) => shown(typedTexts(raw, name)))
    .filter((value) => value !== '')
    .map((value) => ({ label: t('errors.typedOther'), value }));
  return [...named, ...typed, ...others];
}

export function dayFields(name: string): readonly string[] {
  return DAY_PARTS.map((part) => `${name}.${part}`);
}

function valueOf(raw: RawForm, meta: FieldMeta, t: Translate): string {
  const texts = typedTexts(raw, meta.name);
  if (meta.kind === 'day') {
    const parts = dayFields(meta.name).map((name) => shown(typedTexts(raw, name)));
    return shown([...texts, parts.filter(Boolean).join('-')]);
  }
  if (meta.kind === 'flag') return texts.some(Boolean) ? t('errors.typedYes') : '';
  if (meta.kind !== 'choice' && meta.kind !== 'choices') return shown(texts);
  return shown(
    texts.map((value) => {
      const key = `${meta.options}.${value}`;
      return hasText(key) ? t(key) : value;
    }),
  );
}

/** Several values stand below one another. */
function shown(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== TICK && !OF_THE_MACHINE.test(text))
    .join('\n');
}
