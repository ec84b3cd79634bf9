import type { HTMLElement } from 'node-html-parser';
import type { Fields, Visitor } from './visitor.js';

export interface FoundForm {
  readonly action: string;
  /** Filled in as somebody would who wants it taken. */
  readonly well: Fields;
}

const words = '经核查，情况属实，材料齐全，已按规定程序办理。';

/** Every form of the page that the visitor is on that changes something, filled in. */
export function formsOn(visitor: Visitor, today: string): readonly FoundForm[] {
  return visitor.page.querySelectorAll('main form[method=post]').map((form) => ({
    action: form.getAttribute('action') ?? visitor.path,
    well: filled(form, today),
  }));
}

function filled(form: HTMLElement, today: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const [year = '', month = '', day = ''] = today.split('-');
  for (const input of form.querySelectorAll('input, select, textarea, button')) {
    const name = input.getAttribute('name');
    const type = input.getAttribute('type') ?? '';
    const value = input.getAttribute('value') ?? '';
    if (!name || type === 'file') continue;
    if (type === 'checkbox') fields[name] = [fields[name] ?? [], value || 'on'].flat();
    else if (type === 'radio') fields[name] ??= value;
    else if (input.tagName === 'BUTTON') fields[name] ??= value;
    else if (input.tagName === 'SELECT') {
      const options = input
        .querySelectorAll('option')
        .map((one) => one.getAttribute('value') ?? '');
      fields[name] = options.find((one) => one !== '') ?? '';
    } else if (name.endsWith('.year')) fields[name] = year;
    else if (name.endsWith('.month')) fields[name] = month;
    else if (name.endsWith('.day')) fields[name] = day;
    else {
      const shown = input.tagName === 'TEXTAREA' ? input.text : value;
      const numeric = input.getAttribute('inputmode') === 'numeric';
      fields[name] = shown || (numeric ? '1' : words);
    }
  }
  return fields;
}

/** What no form offers. */
const values: readonly string[] = [
  '',
  'a\u0000b',
  '长'.repeat(10_000),
  '-1',
  '1e999',
  '99999999999999999999',
  '2026-02-30',
  '__proto__',
  '\ud800',
  '0123456789abcdef',
];

/** One field at a time: other values, twice, or missing; then the whole body twice. */
export function mutations(well: Fields): readonly (readonly [string, Fields])[] {
  const names = Object.keys(well).filter((name) => name !== '_csrf');
  return [
    ...names.flatMap((name) => [
      ...values.map(
        (value) => [`${name}=${value.slice(0, 20)}`, { ...well, [name]: value }] as const,
      ),
      [`${name} twice`, { ...well, [name]: [well[name] ?? '', 'x'].flat() }] as const,
      [
        `no ${name}`,
        Object.fromEntries(Object.entries(well).filter(([one]) => one !== name)),
      ] as const,
    ]),
    [
      'all twice',
      Object.fromEntries(Object.entries(well).map(([name, one]) => [name, [one, one].flat()])),
    ],
  ];
}
