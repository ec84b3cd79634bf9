import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { projectRoot } from '../config/project-root.js';
import { formatCell } from './format.js';
import type { Language } from './languages.js';

export { languages, type Language } from './languages.js';
/** A sentence by its key, in the language of whoever reads it. */
export type Translate = (key: string, variables?: TextVariables) => string;

export type TextVariables = Readonly<Record<string, string | number | null | undefined>>;

const catalogues: Record<Language, Map<string, string>> = {
  'zh-CN': load('zh-CN'),
  en: load('en'),
};
const formats: Record<Language, Map<string, IntlMessageFormat | string>> = {
  'zh-CN': new Map(),
  en: new Map(),
};

export function hasText(key: string): boolean {
  return catalogues['zh-CN'].has(key);
}

/** Sentences as they are written, for what fills them elsewhere than here. @param keys beginnings of keys */
export function textsUnder(
  language: Language,
  keys: readonly string[],
): Readonly<Record<string, string>> {
  const all = [...catalogues[language]];
  return Object.fromEntries(all.filter(([key]) => keys.some((one) => key.startsWith(one))));
}

/**
 * The sentence of a key in a language, filled with variables.
 * @throws Error for an unknown key: a page with a hole is a defect, found by the first test
 */
export function translate(language: Language, key: string, variables?: TextVariables): string {
  const format = formats[language].get(key) ?? compile(language, key);
  return typeof format === 'string' ? format : String(format.format(written(language, variables)));
}

/** Arguments that are several things one after another: each language has its own sign between them. */
const LISTS = new Set(['allowed', 'columns', 'fields', 'hosts', 'labels', 'years']);

/**
 * Rules and refusals carry a Beijing day as it is stored and several things with a comma between them; a
 * sentence has both as people write them.
 */
function written(language: Language, variables: TextVariables = {}): Record<string, never> {
  const entries = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value !== 'string'
      ? value
      : LISTS.has(name)
        ? value.replaceAll(', ', translate(language, 'navigation.listComma'))
        : formatCell(language, value),
  ]);
  return Object.fromEntries([...entries, ...single(variables)]) as Record<string, never>;
}

/** Both ends of a range. Where they are the same a sentence says one of them, by its argument `single`. */
const ENDS = [
  ['from', 'to'],
  ['low', 'high'],
  ['first', 'last'],
] as const;

function single(variables: TextVariables): [string, string][] {
  const ends = ENDS.find(([one, other]) => one in variables && other in variables);
  return ends ? [['single', variables[ends[0]] === variables[ends[1]] ? 'yes' : 'no']] : [];
}

function compile(language: Language, key: string): IntlMessageFormat | string {
  const message = catalogues[language].get(key);
  if (message === undefined) throw new Error(`No text for “${key}” in locales/${language}`);
  const format = /[{'<]/.test(message)
    ? new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
    : message;
  formats[language].set(key, format);
  return format;
}

function load(language: Language): Map<string, string> {
  const folder = join(projectRoot, 'locales', language);
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      Object.entries(
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>,
      ),
    );
  return new Map(entries);
}
