import { LIFECYCLES } from '../../src/rules/lifecycle/state-diagrams.js';
import { type ProjectFile, projectFiles } from './project-files.js';
import { catalogue } from './sentences.js';

const keys = catalogue('zh-CN').map(({ key }) => key);

/**
 * What the program can refuse and record, one line each: `code` a sentence, `missing` and `stale` a
 * file that says so without a sentence of its own, `guard` a condition of a lifecycle, `event` of the
 * journal, `message` to an inbox.
 */
export function refusalsAndRecords(): string[] {
  const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
  const found = [
    ...sources.flatMap(codesIn).map((code) => `code ${code}`),
    ...sources.flatMap(bareIn),
    ...LIFECYCLES.flatMap(({ rows }) =>
      rows.flatMap(({ guards }) => guards.map((guard) => `guard ${guard}`)),
    ),
    ...under('journal.event.').map((event) => `event ${event}`),
    ...under('message.').map((message) => `message ${message}`),
  ];
  return [...new Set(found)].toSorted();
}

/** What the tables of cases name, in the same words. */
export function covered(): Set<string> {
  const specs = [...projectFiles('src', '.spec.ts'), ...projectFiles('test', '.spec.ts')];
  const lines = specs
    .filter(({ text }) => /from '[^']+\/support\/(refusals|records|case-tables)\.js'/.test(text))
    .flatMap(({ text }) => [
      ...all(text, /\bcode: '([^']+)'/g).map((code) => `code ${code}`),
      ...all(text, /\bmissingIn\('([^']+)'\)/g).map((file) => `missing ${file}`),
      ...all(text, /\bstaleIn\('([^']+)'\)/g).map((file) => `stale ${file}`),
      ...all(text, /\bguard: '([^']+)'/g).map((guard) => `guard ${guard}`),
      ...all(text, /\bcode: 'programmes\.blocked\.([^']+)'/g).map((guard) => `guard ${guard}`),
      ...all(text, /\bevent: '([^'.]+\.[^']+)'/g).map((event) => `event ${event}`),
      ...all(text, /\bmessage: '([^']+)'/g).map((message) => `message ${message}`),
    ]);
  return new Set(lines);
}

/** Literal codes, and every sentence that a code made from parts can become. */
function codesIn({ text }: ProjectFile): string[] {
  const made = text.matchAll(/new Refusal\(\s*`([^`$]+)\$\{[^}]+\}([^`$]*)`/g);
  return [
    ...all(text, /new Refusal\(\s*'([^']+)'/g),
    ...all(text, /\b(?:conflict|overtaken)\(\s*'([^']+)'/g),
    ...[...made].flatMap(([, start = '', end = '']) =>
      keys.filter((key) => key.startsWith(start) && key.endsWith(end)),
    ),
  ].filter((code) => code !== 'errors.notFound' && code !== 'errors.conflict');
}

/** A file of a page may say `missing` as well; only use cases and what they call owe a case. */
function bareIn({ path, text }: ProjectFile): string[] {
  if (path.includes('/pages/') || !text.includes('refusal.js')) return [];
  const name = path.split('/').at(-1)!.replace('.ts', '');
  return [
    ...(/\bmissing\(\)/.test(text) ? [`missing ${name}`] : []),
    ...(/\b(conflict\(\)|overtaken\(\s*'errors\.conflict')/.test(text) ? [`stale ${name}`] : []),
  ];
}

function under(prefix: string): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name!);
}
