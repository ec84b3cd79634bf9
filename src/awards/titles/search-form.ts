import { cleanText } from '../../rules/identifiers/clean-text.js';

/** How names are stored and asked for alike on both engines: NFKC, lower case. */
export function searchForm(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase().trim();
}

/** A LIKE pattern for a part of a name; `%`, `_` and `\` stand for themselves. */
export function containing(text: string): string {
  return `%${searchForm(text).replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
