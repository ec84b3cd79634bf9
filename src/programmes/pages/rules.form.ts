import { RECOMMENDING_DIVISIONS } from '../../rules/programme/recommending-divisions.js';
import { editRuleSet } from '../../rules/scoring/edit-rule-set.js';
import { type EditableNumber, editableNumbers } from '../../rules/scoring/editable-numbers.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';

const MOST = 100_000_000;

/** The rules as typed: every number, names of categories and the divisions' quotas. */
export function readRules(
  raw: RawForm,
  stored: RuleSet,
): { readonly rules: RuleSet; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const changes: Record<string, number> = {};
  for (const number of editableNumbers(stored)) {
    const name = number.paths[0]!;
    const text = typed(raw, name);
    if (text === null) continue;
    const value = parse(text, number);
    if (value === null) errors.push(unreadable(name, text, number));
    else changes[name] = value;
  }
  const edited = editRuleSet(stored, changes);
  const categories = edited.categories.map((category, c) => ({
    ...category,
    name: readName(raw, category, c, errors),
    divisionQuotas: readQuotas(raw, category, c, errors),
  }));
  return { rules: { ...edited, categories }, errors };
}

/** What a number looks like in its field. */
export function numberText({ value, hundredths }: EditableNumber): string {
  return hundredths ? String(value / 100) : String(value);
}

function readName(raw: RawForm, { name }: CategoryRules, c: number, errors: FieldError[]) {
  const [zh, en] = (['zh', 'en'] as const).map((lang) => {
    const field = `categories.${c}.name.${lang}`;
    const text = typed(raw, field) ?? name[lang];
    const most = lang === 'zh' ? 40 : 80;
    if (text === '' || Array.from(text).length > most) {
      errors.push({ field, code: 'programmes.refused.categoryName', variables: { most } });
    }
    return text;
  });
  return { zh: zh!, en: en! };
}

/** Null when no division has a number: then recommendations are not limited. */
function readQuotas(raw: RawForm, category: CategoryRules, c: number, errors: FieldError[]) {
  const fields = RECOMMENDING_DIVISIONS.map((code) => ({
    code,
    field: `categories.${c}.divisionQuotas.${code}`,
  }));
  if (fields.every(({ field }) => typed(raw, field) === null)) return category.divisionQuotas;
  const given = fields.filter(({ field }) => (typed(raw, field) ?? '') !== '');
  const quotas = given.map(({ code, field }) => {
    const number = { paths: [field], role: 'divisionQuota', value: 0, hundredths: false };
    const value = parse(typed(raw, field)!, number);
    if (value === null) errors.push(unreadable(field, typed(raw, field)!, number));
    return [code, value ?? 0] as const;
  });
  return quotas.length ? Object.fromEntries(quotas) : null;
}

function parse(text: string, { hundredths }: EditableNumber): number | null {
  const plain = text.replaceAll(',', '');
  if (!(hundredths ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,9}$/).test(plain)) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const value = hundredths ? Number(`${whole}${fraction.padEnd(2, '0')}`) : Number(whole);
  return value <= MOST * 10 ? value : null;
}

function unreadable(field: string, text: string, { hundredths }: EditableNumber): FieldError {
  const code = hundredths ? 'programmes.refused.number' : 'programmes.refused.whole';
  return { field, code, variables: { text: text.slice(0, 40) } };
}

function typed(raw: RawForm, name: string): string | null {
  const text = typedTexts(raw, name)[0];
  return text === undefined ? null : text.normalize('NFKC').trim();
}
