import { RuleError } from '../rule-error.js';
import { CREDIT_CODE_CHARACTERS } from './credit-code.js';
import { normaliseIdentifier } from './normalise-text.js';

const LENGTH = 10;
const CHARACTERS = CREDIT_CODE_CHARACTERS.length;
/** Bytes from here on would make the first characters of the set a little more likely. */
const FIRST_UNFAIR_BYTE = 256 - (256 % CHARACTERS);

/**
 * Verify code of a certificate: ten characters of the credit-code set, each equally likely.
 *
 * @param randomBytes unpredictable bytes; 32 are enough for all but one call in 10^19
 * @throws RuleError `identifiers.verifyCode.notEnoughBytes`
 */
export function verifyCodeFrom(randomBytes: Uint8Array): string {
  const fair = [...randomBytes].filter((byte) => byte < FIRST_UNFAIR_BYTE).slice(0, LENGTH);
  if (fair.length < LENGTH) {
    throw new RuleError('identifiers.verifyCode.notEnoughBytes', { bytes: randomBytes.length });
  }
  return fair.map((byte) => CREDIT_CODE_CHARACTERS.charAt(byte % CHARACTERS)).join('');
}

/** Characters that no code holds, as people read or type them for one that it does. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' };

/**
 * The code as it is stored, or null when the text cannot be one. Blanks, hyphens and dots between its
 * characters are nothing, and a letter that no code holds is the character that it looks like.
 */
export function parseVerifyCode(text: string): string | null {
  const value = normaliseIdentifier(text)
    .replace(/[\p{Pd}._·]/gu, '')
    .replace(/[OISZ]/g, (letter) => LOOK_ALIKES[letter]!);
  const known = Array.from(value).every((character) => CREDIT_CODE_CHARACTERS.includes(character));
  return value.length === LENGTH && known ? value : null;
}
