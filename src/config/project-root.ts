import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, views, locales and public, from `src` and from `dist` alike. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'locales')))
    return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json beside locales/ was not found');
  return findRoot(parent);
}
