/**
 * Text as it is stored: NFKC, trimmed, runs of blanks reduced, brackets unified (full-width beside
 * Chinese, plain otherwise). Chinese punctuation keeps its full width, which NFKC alone would turn
 * into Latin commas and colons that official prose must not carry.
 */
export function normaliseText(text: string): string {
  const composed = text
    .split(/([，；：！？])/u)
    .map((part, index) => (index % 2 === 1 ? part : part.normalize('NFKC')))
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
  return /\p{Script=Han}/u.test(composed)
    ? composed.replaceAll('(', '（').replaceAll(')', '）')
    : composed;
}

/** Identifier as it is compared and stored: full NFKC, no blanks, upper case. */
export function normaliseIdentifier(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** Form in which two names or addresses are compared: width, case, blanks and punctuation do not count. */
export function comparisonKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}
