import { nameKey } from '../identifiers/name-skeleton.js';

export interface RegisteredMerchant {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly idValue: string | null;
  readonly contactMobile: string | null;
}

export type DuplicateReason = 'name' | 'digitsLost' | 'mobile';

export interface LikelyDuplicate {
  readonly one: string;
  readonly other: string;
  readonly reasons: readonly DuplicateReason[];
}

/** Digits that a spreadsheet keeps of a number; the rest it turns into zeros. */
const KEPT_DIGITS = 15;

/**
 * Records that may be of one merchant: names that look alike, a number of which a spreadsheet has kept
 * fifteen digits, one mobile number. Suggestions only; a person compares them.
 */
export function likelyDuplicates(
  merchants: readonly RegisteredMerchant[],
): readonly LikelyDuplicate[] {
  const pairs = new Map<string, { one: string; other: string; reasons: DuplicateReason[] }>();
  const keys: readonly [DuplicateReason, (one: RegisteredMerchant) => readonly string[]][] = [
    ['name', ({ name }) => [nameKey(name)]],
    ['digitsLost', ({ creditCode, idValue }) => [creditCode, idValue].flatMap(startOfNumber)],
    ['mobile', ({ contactMobile }) => [contactMobile ?? '']],
  ];
  for (const [reason, keysOf] of keys) {
    const groups = new Map<string, Set<string>>();
    for (const merchant of merchants) {
      for (const key of keysOf(merchant).filter(Boolean)) {
        groups.set(key, (groups.get(key) ?? new Set()).add(merchant.id));
      }
    }
    for (const ids of groups.values()) {
      // One telephone of many is an agency's, and says nothing.
      if (ids.size > MOST_ALIKE) continue;
      for (const [one, other] of pairsOf([...ids])) {
        const key = `${one} ${other}`;
        const pair = pairs.get(key) ?? { one, other, reasons: [] };
        pair.reasons.push(reason);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].toSorted((a, b) => b.reasons.length - a.reasons.length);
}

const MOST_ALIKE = 5;

function startOfNumber(text: string | null): string[] {
  return text && /^\d{15,}/.test(text) ? [text.slice(0, KEPT_DIGITS)] : [];
}

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, at) =>
    ids.slice(at + 1).map((other): [string, string] => (one < other ? [one, other] : [other, one])),
  );
}
