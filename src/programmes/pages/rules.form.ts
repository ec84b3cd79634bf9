import { RECOMMENDING_DIVISIONS } from '../../rules/programme/recommending-divisions.js';
import { editRuleSet } from '../../rules/scoring/edit-rule-set.js';
import { editableNumbers } from '../../rules/scoring/editable-numbers.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { readSwitches } from './switches.form.js';
import { parseNumber, typedText, unreadableNumber } from './typed-number.js';

/** The rules as typed: every number and switch, names of categories and the divisions' quotas. */
export function readRules(
  raw: RawForm,
  stored: RuleSet,
): { readonly rules: RuleSet; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const changes: Record<string, number> = {};
  for (const number of editableNumbers(stored)) {
    const name = number.paths[0]!;
    const text = typedText(raw, name);
    if (text === null) continue;
    const value = parseNumber(text, number.hundredths);
    if (value === null) errors.push(unreadableNumber(name, text, number.hundredths));
    else changes[name] = value;
  }
  const edited = readSwitches(raw, editRuleSet(stored, changes), errors);
  const categories = edited.categories.map((category, c) => ({
    ...category,
    name: readName(raw, category, c, errors),
    divisionQuotas: readQuotas(raw, category, c, errors),
  }));
  return { rules: { ...edited, categories }, errors };
}

function readName(raw: RawForm, { name }: CategoryRules, c: number, errors: FieldError[]) {
  const [zh, en] = (['zh', 'en'] as const).map((lang) => {
    const field = `categories.${c}.name.${lang}`;
    const text = typedText(raw, field) ?? name[lang];
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
  if (fields.every(({ field }) => typedText(raw, field) === null)) return category.divisionQuotas;
  const given = fields.filter(({ field }) => (typedText(raw, field) ?? '') !== '');
  const quotas = given.map(({ code, field }) => {
    const text = typedText(raw, field)!;
    const value = parseNumber(text, false);
    if (value === null) errors.push(unreadableNumber(field, text, false));
    return [code, value ?? 0] as const;
  });
  return quotas.length ? Object.fromEntries(quotas) : null;
}
