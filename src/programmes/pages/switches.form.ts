import {
  CATEGORY_SWITCHES,
  GENERAL_SWITCHES,
  type RuleSwitch,
  type SwitchValue,
} from '../../rules/scoring/rule-switches.js';
import { withSwitches } from '../../rules/scoring/switch-values.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { parseNumber, typedText, unreadableNumber } from './typed-number.js';

/** The rules with every switch as it was typed; a field that was not sent stays. */
export function readSwitches(raw: RawForm, stored: RuleSet, errors: FieldError[]): RuleSet {
  const rules = withSwitches(stored, GENERAL_SWITCHES, readAll(raw, GENERAL_SWITCHES, '', errors));
  const categories = rules.categories.map((category, c) => {
    const typed = readAll(raw, CATEGORY_SWITCHES, `categories.${c}.`, errors);
    return withSwitches(category, CATEGORY_SWITCHES, typed);
  });
  return { ...rules, categories };
}

function readAll(
  raw: RawForm,
  switches: readonly RuleSwitch[],
  base: string,
  errors: FieldError[],
): ReadonlyMap<string, SwitchValue> {
  const values = new Map<string, SwitchValue>();
  for (const one of switches) {
    const field = `${base}${one.path}`;
    const text = typedText(raw, field);
    if (text === null) continue;
    const value = valueOf(text, one);
    if (value !== undefined) values.set(one.path, value);
    else if (one.values || one.kind === 'flag') {
      errors.push({ field, code: 'programmes.refused.choice', variables: {} });
    } else errors.push(unreadableNumber(field, text, one.kind === 'hundredths'));
  }
  for (const whole of new Set(switches.map((one) => one.whole ?? ''))) {
    const parts = switches.filter((one) => whole && one.whole === whole && values.has(one.path));
    const empty = parts.filter(({ path }) => values.get(path) === null);
    if (empty.length === 0 || empty.length === parts.length) continue;
    const code = 'programmes.refused.halfSwitch';
    empty.forEach(({ path }) => errors.push({ field: `${base}${path}`, code, variables: {} }));
  }
  return values;
}

/** Undefined for what cannot stand in the field. */
function valueOf(text: string, one: RuleSwitch): SwitchValue | undefined {
  if (text === '') return one.optional || one.whole ? null : undefined;
  if (one.kind === 'flag') return { yes: true, no: false }[text];
  if (one.kind === 'choice') return one.values?.includes(text) ? text : undefined;
  return parseNumber(text, one.kind === 'hundredths') ?? undefined;
}
