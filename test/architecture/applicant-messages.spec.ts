import { expect, test } from '@jest/globals';
import { readProjectFile, projectFiles } from './project-files.js';

const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
/** Kinds that `TellApplicant` is called with, both of a choice between two. */
const kinds = sources.flatMap(({ text }) =>
  [...text.matchAll(/\b(?:tell|tellApplicant)\.run\([^;]*?kind:\s*([^\n}]+)/g)].flatMap(
    ([, said]) =>
      [...said!.matchAll(/'([\w.]+)'/g)]
        .map(([, kind]) => kind!)
        .filter((kind) => /[a-z]\w{5}/.test(kind)),
  ),
);
const sentences = (language: string) =>
  Object.assign(
    {},
    ...projectFiles(`locales/${language}`, '.json').map(({ path }) =>
      JSON.parse(readProjectFile(path)),
    ),
  ) as Record<string, string>;

/** What a merchant hears of an application names its category and number: it may have several. */
test('a message about an application says which one', () => {
  const told = kinds.filter((kind) => sentences('zh-CN')[`message.${kind}`]);
  expect(told.length).toBeGreaterThan(18);
  const silent = ['zh-CN', 'en'].flatMap((language) =>
    told.filter((kind) => !sentences(language)[`message.${kind}`]!.includes('{application}')),
  );
  expect(silent).toEqual([]);
});

test('and no room tells applicants of one in another way', () => {
  const others = sources
    .filter(({ path }) => /^src\/(applications|awards\/(lists|notices|objections))\//.test(path))
    .filter(({ text }) => /notify\.merchant\(/.test(text))
    .map(({ path }) => path);
  expect(others).toEqual([
    // Of no application: a letter to a group.
    'src/applications/office/letters/write-letter.ts',
    'src/applications/tell-applicant.ts',
    // Of no application yet: somebody stands at the window.
    'src/applications/window/open-window.ts',
  ]);
});
