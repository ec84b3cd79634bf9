/** Signs and letters that stand for yes and no in tables of every program, beside the words of a language. */
const YES = ['1', 'y', 'yes', 't', 'true', 'on', 'x', '\u221a', '\u2713', '\u2714', '\u2611'];
const NO = [
  '',
  '0',
  'n',
  'no',
  'f',
  'false',
  'off',
  '\u00d7',
  '\u2715',
  '\u2717',
  '\u2718',
  '\u2610',
];

export interface FlagWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Yes, no, or null for a text that is neither. */
export function readFlag(text: string, words: FlagWords): boolean | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\uFE0F/gu, '')
    .trim()
    .toLowerCase();
  const says = (known: readonly string[], more: readonly string[]) =>
    known.includes(plain) || more.some((word) => word.toLowerCase() === plain);
  if (says(YES, words.yes)) return true;
  return says(NO, words.no) ? false : null;
}

const DAY_WITH_TIME =
  /^(\d{4})[^\d](\d{1,2})[^\d](\d{1,2})[^\d]?(?:\s*T?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBER_OF_A_DAY = /^\d{4,5}(?:\.0+)?$/;

/**
 * A day as spreadsheets and registers write it → year-month-day; any other text as it was.
 * @param ofNumber the day that a spreadsheet means by a bare number, null for none
 */
export function readDay(text: string, ofNumber: (number: number) => string | null): string {
  const plain = text.normalize('NFKC').trim();
  const parts = DAY_WITH_TIME.exec(plain) ?? COMPACT_DAY.exec(plain);
  if (parts) return parts.slice(1, 4).join('-');
  return (NUMBER_OF_A_DAY.test(plain) && ofNumber(Number(plain))) || plain;
}

/** A long number that a spreadsheet took for an amount: written with a power of ten, or ended in zeros. */
export function hasLostDigits(text: string, length: number): boolean {
  const plain = text.normalize('NFKC').trim();
  if (/^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(plain)) return true;
  return length > 15 && plain.length === length && /^\d+$/.test(plain) && plain.endsWith('000');
}
