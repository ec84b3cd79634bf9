import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { projectFiles } from './project-files.js';

const LATE = /(?:const \{([^}]*)\} = )?\(?await import\('([^'.][^']*)'\)\)?(\.default)?/g;

/** Whether Node reads the package as a CommonJS module when it is imported. */
function isCommonJs(name: string): boolean {
  const file = fileURLToPath(import.meta.resolve(name));
  if (file.endsWith('.mjs')) return false;
  if (file.endsWith('.cjs')) return true;
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { type } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    type?: string;
  };
  return type !== 'module';
}

/** Node finds names in such a module that a bundle does not give: there it has a default only. */
test('a CommonJS package that is read late is taken by its default', () => {
  const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
  const wrong = sources.flatMap(({ path, text }) =>
    [...text.matchAll(LATE)]
      .filter(([, names, , asDefault]) => !asDefault && !names?.trim().startsWith('default:'))
      .filter(([, , name]) => isCommonJs(name!))
      .map(([found]) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test('and such packages are told from others', () => {
  expect(isCommonJs('qrcode')).toBe(true);
  expect(isCommonJs('file-type')).toBe(false);
});
