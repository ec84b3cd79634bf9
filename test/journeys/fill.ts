import type { HTMLElement } from 'node-html-parser';
import { formFor } from '../support/fill-badly.js';
import type { Visitor } from '../support/visitor.js';

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Answers for every field of a form that is still empty, as a diligent person gives them. */
export function answersFor(visitor: Visitor, action: string, known: Answers = {}): Answers {
  const form = formFor(visitor, action);
  if (!form) throw new Error(`no form for ${action} on ${visitor.path}: ${visitor.text}`);
  const given: Record<string, string | readonly string[]> = {};
  for (const field of form.querySelectorAll('input, select, textarea')) {
    const name = field.getAttribute('name');
    // Lists such as failed samplings stay empty: the diligent person has none.
    if (!name || name in given || name.startsWith('rows.')) continue;
    const answer = known[name] ?? answerTo(field, form, name);
    if (answer !== null) given[name] = answer;
  }
  return { ...given, ...known };
}

function answerTo(field: HTMLElement, form: HTMLElement, name: string) {
  const type = field.getAttribute('type') ?? 'text';
  if (['hidden', 'submit', 'button', 'file'].includes(type)) return null;
  if (type === 'radio' || type === 'checkbox') {
    const all = form.querySelectorAll('input').filter((one) => one.getAttribute('name') === name);
    if (type === 'radio' && all.some((one) => one.hasAttribute('checked'))) return null;
    const values = all.map((one) => one.getAttribute('value') ?? 'on');
    return type === 'radio' ? values[0]! : values;
  }
  if (field.tagName === 'SELECT') {
    const values = field.querySelectorAll('option').map((one) => one.getAttribute('value') ?? '');
    const chosen = field.querySelector('option[selected]')?.getAttribute('value');
    return chosen || (values.find(Boolean) ?? '');
  }
  const shown = field.tagName === 'TEXTAREA' ? field.text : field.getAttribute('value');
  if (shown) return null;
  if (field.tagName === 'TEXTAREA') return paragraph;
  if (name.endsWith('.year')) return '2025';
  if (name.endsWith('.month') || name.endsWith('.day')) return '6';
  return field.getAttribute('inputmode') ? '12' : '示例';
}

const paragraph =
  '三年来坚持公开承诺、按约发货，售后问题当天答复；带动周边农户统一标准种植和加工，有合同、结算单和发货记录为证。';
