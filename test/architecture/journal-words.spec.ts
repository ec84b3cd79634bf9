import { expect, test } from '@jest/globals';
import { hasText } from '../../src/text/catalogue.js';
import { projectFiles } from './project-files.js';

/** The names at the first depth of an object that stands in a source. */
const names = (body: string): string[] =>
  body
    .replaceAll(/[([{][^()[\]{}]*[)\]}]/g, '')
    .replaceAll(/[([{][^()[\]{}]*[)\]}]/g, '')
    .split(',')
    .map((part) => /^\s*(?:\/\/.*\n\s*)*(\w+)\s*(?::|$)/.exec(part)?.[1])
    .filter((name) => name !== undefined);

/** `details: { … }` of the entries that a source writes. */
function detailsIn(text: string): string[] {
  const found: string[] = [];
  for (const { index } of text.matchAll(/\bdetails: \{/g)) {
    const from = text.indexOf('{', index);
    let depth = 0;
    let at = from;
    do {
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      at += 1;
    } while (depth > 0);
    found.push(...names(text.slice(from + 1, at - 1)));
  }
  return found;
}

test('whoever reads the journal reads words: each detail that an act writes has them', () => {
  const writers = projectFiles('src', '.ts').filter(
    ({ path, text }) => !path.endsWith('.spec.ts') && /\bevent: |journal/i.test(text),
  );
  const terms = writers.flatMap(({ path, text }) => detailsIn(text).map((term) => [term, path]));
  expect(terms.length).toBeGreaterThan(200);
  expect(terms.filter(([term]) => !hasText(`journal.detail.${term}`))).toEqual([]);
});

test('a detail without words is found', () => {
  const source = "details: { number, to: list.map((one) => one.id), nested: { inner: 1 }, 'x': 1 }";
  expect(detailsIn(source)).toEqual(['number', 'to', 'nested']);
});
