/** What a guesser tries first against this person, besides what everybody uses. */
export interface PasswordFacts {
  /** Empty where it is not known yet whose password it is. */
  readonly mobile: string;
  /** Names of the person and of the office. */
  readonly names: readonly string[];
  /** Passwords that many people use, in lower case. */
  readonly common: ReadonlySet<string>;
}

/** The city, its province and counties, this program, and what the offices call themselves. */
const officeWords = [
  'quzhou',
  'zhejiang',
  'kecheng',
  'qujiang',
  'longyou',
  'jiangshan',
  'changshan',
  'kaihua',
  'biaogan',
  'wangshang',
  'shifan',
  'shangwu',
  'dianshang',
  'office',
  'admin',
];

/** From this length on a sentence of plain words is harder to guess than a short mixture. */
const passphrase = 16;
/** Characters that have to remain when everything guessable is taken away. */
const ownCharacters = 4;

/**
 * Ten characters or more from three of the four classes (lower case, upper case, digits, others), or
 * sixteen and more of any kind; not a common password with trimmings, and not put together from the
 * office's words, the person's name, years and the mobile number.
 * @returns a locale key, or null when the password may be used
 */
export function passwordProblem(password: string, facts: PasswordFacts): string | null {
  const characters = Array.from(password);
  if (characters.length < 10) return 'accounts.password.short';
  if (characters.length > 128) return 'accounts.password.long';
  if (characters.length < passphrase && classesOf(password) < 3) return 'accounts.password.classes';
  const plain = password.normalize('NFKC').toLowerCase();
  if (facts.mobile && plain.includes(facts.mobile)) return 'accounts.password.mobile';
  if (new Set(plain).size < 5 || isCommon(plain, facts.common)) return 'accounts.password.common';
  return isOwnWords(plain, facts.names) ? 'accounts.password.words' : null;
}

function classesOf(password: string): number {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];
  return classes.filter((one) => one.test(password)).length;
}

/** A listed password, also written with figures for letters, repeated, or with trimmings around it. */
function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const middle = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [plain, withLetters(plain), withLetters(middle)].some((text) => {
    const core = text.replace(/[^\p{L}\p{N}]/gu, '');
    return candidates(core).some((one) => one.length > 3 && common.has(one));
  });
}

function candidates(core: string): string[] {
  const trimmed = core.replace(/^\d+|\d+$/g, '');
  const unit = /^(.+?)\1+$/u.exec(core)?.[1];
  const parts = [core, trimmed, unit ?? core];
  for (let before = 0; before < ownCharacters; before += 1) {
    for (let after = 0; before + after < ownCharacters; after += 1) {
      parts.push(core.slice(before, core.length - after));
    }
  }
  return parts;
}

function withLetters(text: string): string {
  const letters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
  return text
    .replace(/[013457]/g, (digit) => letters[digit]!)
    .replaceAll('@', 'a')
    .replaceAll('$', 's');
}

function isOwnWords(plain: string, names: readonly string[]): boolean {
  const known = [...officeWords, ...names.map((name) => name.toLowerCase()), '19', '20'];
  let rest = plain.replace(/(19|20)\d{2}/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  for (const word of known) if (word.length > 1) rest = rest.replaceAll(word, '');
  return Array.from(rest).length < ownCharacters;
}
