import type { HTMLElement } from 'node-html-parser';
import type { Fields, Visitor } from './visitor.js';

/** The form on the visitor's page that sends to `action`, or null. */
export function formFor(visitor: Visitor, action: string): HTMLElement | null {
  const forms = visitor.page.querySelectorAll('form[method=post]');
  return forms.find((form) => (form.getAttribute('action') ?? visitor.path) === action) ?? null;
}

/** Everything a person can type or choose in, the token and hidden fields aside. */
export function editableNames(form: HTMLElement): string[] {
  const fields = form.querySelectorAll('input, select, textarea').filter((field) => {
    const type = field.getAttribute('type') ?? 'text';
    return field.hasAttribute('name') && !['hidden', 'submit', 'button', 'file'].includes(type);
  });
  return [...new Set(fields.map((field) => field.getAttribute('name')!))];
}

export function hiddenValues(form: HTMLElement): Record<string, string> {
  return Object.fromEntries(
    form
      .querySelectorAll('input[type=hidden][name]')
      .map((field) => [field.getAttribute('name')!, field.getAttribute('value') ?? '']),
  );
}

/** Text fields of the form as it came back that do not show `value` any more. */
export function lostValues(form: HTMLElement, sent: Fields, value: string): string[] {
  return Object.keys(sent).filter((name) => {
    const field = form
      .querySelectorAll('input, textarea')
      .find((one) => one.getAttribute('name') === name);
    const type = field?.getAttribute('type') ?? 'text';
    if (!field || !['text', 'search', 'tel', 'email', 'url'].includes(type)) return false;
    const shown = field.tagName === 'TEXTAREA' ? field.text : field.getAttribute('value');
    return shown !== value;
  });
}
