import { normaliseText } from '../identifiers/normalise-text.js';

/** What stands where a name stood; the length says nothing about the name. */
export const BLOCKED = '▇▇';

/**
 * Takes names out of a text for a blind round, whatever their width, case and inner blanks. Longer
 * names go first, so that a name inside another leaves no rest. An empty text stays empty: it never
 * falls back to the original.
 */
export function redactNames(text: string, names: readonly string[]): string {
  const sorted = [...new Set(names.map(plain))]
    .filter((name) => Array.from(name).length >= 2)
    .toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return text;
  const anyName = sorted
    .map((name) =>
      Array.from(name)
        .map((letter) => escaped(letter))
        .join('[\\s\\p{P}]*'),
    )
    .join('|');
  return normaliseText(text).replace(new RegExp(anyName, 'giu'), BLOCKED);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

function escaped(letter: string): string {
  return letter.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
