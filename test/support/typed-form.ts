import type { HTMLElement } from 'node-html-parser';

/** The form that sends to an address. */
export function formOn(page: HTMLElement, action: string): HTMLElement {
  return page
    .querySelectorAll('form')
    .find((form) => form.getAttribute('action') === action && form.querySelector('[name]'))!;
}

/** Every text that a person could change in the form, by name. */
export function texts(form: HTMLElement): Record<string, string> {
  const found = form.querySelectorAll('textarea, input').flatMap((field) => {
    const type = field.getAttribute('type') ?? 'text';
    const typed = field.tagName === 'TEXTAREA' || ['text', 'tel', 'url', 'email'].includes(type);
    const name = field.getAttribute('name');
    const value = field.tagName === 'TEXTAREA' ? field.text : (field.getAttribute('value') ?? '');
    return typed && name ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Awkward for HTML, and another one in every field. */
export function filled(form: HTMLElement): Record<string, string> {
  const names = Object.keys(texts(form));
  return Object.fromEntries(names.map((name, at) => [name, `第${at}项 "<b>&amp;\\`]));
}
