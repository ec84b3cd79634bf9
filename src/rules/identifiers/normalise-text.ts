import { cleanText } from './clean-text.js';

/**
 * Text as it is stored: without what nobody sees, NFKC, trimmed, runs of blanks reduced, brackets unified (full-width beside
 * Chinese, plain otherwise). Chinese punctuation keeps its full width, which NFKC alone would turn
 * into Latin commas and colons that official prose must not carry.
 */
export function normaliseText(text: string): string {
  const composed = cleanText(text)
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
  return cleanText(text).normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
