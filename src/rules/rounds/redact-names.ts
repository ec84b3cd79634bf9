import { originalRange, replaceRanges } from '../identifiers/folded-text.js';
import { nameKey, nameSkeleton } from '../identifiers/name-skeleton.js';
import { normaliseText } from '../identifiers/normalise-text.js';
import { tradeNameOf } from '../identifiers/trade-name.js';

/** What stands where a name stood; the length says nothing about the name. */
export const BLOCKED = '▇▇';

/**
 * Takes names out of a text for a blind round, and the trade name alone as well, whatever stands between
 * their letters. Both are compared as skeletons, and what is taken out is found again in the text. Longer
 * names go first, so that a name inside another leaves no rest. An empty text stays empty: it never
 * falls back to the original.
 */
export function redactNames(text: string, names: readonly string[]): string {
  const keys = names.flatMap((name) => [name, tradeNameOf(name) ?? '']).map(nameKey);
  const sorted = [...new Set(keys)]
    .filter((key) => Array.from(key).length >= 2)
    .toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return text;
  const plain = normaliseText(text);
  const skeleton = nameSkeleton(plain);
  const anyName = new RegExp(sorted.join('|'), 'gu');
  const ranges = [...skeleton.letters.matchAll(anyName)].map(({ index, 0: { length } }) =>
    originalRange(skeleton, index, length),
  );
  return replaceRanges(plain, ranges, BLOCKED);
}
