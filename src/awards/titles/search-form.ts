import { cleanText } from '../../rules/identifiers/clean-text.js';

/** How names are stored and asked for alike on both engines: NFKC, lower case. */
export function searchForm(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase().trim();
}

/** A LIKE pattern for a part of a name; `%`, `_` and `\` stand for themselves. */
export function containing(text: string): string {
  return `%${searchForm(text).replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** A longer search finds nothing that these did not. */
const mostWords = 5;

/** Somebody who knows two parts of a name types them with a blank between. */
export function searchWords(text: string): readonly string[] {
  const words = searchForm(text).split(/\s+/).filter(Boolean).slice(0, mostWords);
  return words.length ? words : [''];
}

/** The number of a certificate as it is compared: no hyphens or blanks, and O is the 0 that it looks like. */
export function numberKey(text: string): string {
  return searchForm(text)
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0');
}
