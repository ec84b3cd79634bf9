import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The text of a file of the project, or an empty string where there is none. */
export function textOf(...parts) {
  const file = inRoot(...parts);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
