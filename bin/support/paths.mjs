import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Names this folder among others, for what lies outside it. */
export function digestOfFolder() {
  return createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32);
}

export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The text of a file of the project, or an empty string where there is none. */
export function textOf(...parts) {
  const file = inRoot(...parts);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
