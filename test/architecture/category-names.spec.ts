import { expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { projectFiles } from './project-files.js';

/** The product is called after the award that it was made for. */
const product = ['示范网商评选', 'Exemplary Online Merchants', 'exemplary online merchants'];
const names = PRESET_NOW.categories.flatMap(({ name }) => [name.zh, name.en.toLowerCase()]);

/** An office renames its categories: a sentence that says a preset's name would be wrong from then on. */
test('no sentence names a category; names are data of a programme', () => {
  const said = ['zh-CN', 'en'].flatMap((lang) =>
    projectFiles(`locales/${lang}`, '.json').flatMap(({ path, text }) =>
      Object.entries(JSON.parse(text) as Record<string, string>).flatMap(([key, sentence]) => {
        const left = product.reduce((rest, name) => rest.replaceAll(name, ''), sentence);
        const found = names.filter((name) => left.toLowerCase().includes(name));
        return found.map((name) => `${path} ${key}: ${name}`);
      }),
    ),
  );
  expect(names.length).toBe(6);
  expect(said).toEqual([]);
});
