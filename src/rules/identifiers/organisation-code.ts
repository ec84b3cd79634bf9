import { normaliseIdentifier } from './normalise-text.js';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type OrganisationCodeResult =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly code: 'identifiers.organisationCode.form' | 'identifiers.organisationCode.check';
    };

/** Organisation code by GB 11714, written XXXXXXXX-X or without the hyphen; `value` is the nine characters. */
export function checkOrganisationCode(text: string): OrganisationCodeResult {
  const value = normaliseIdentifier(text).replace(/-(.)$/u, '$1');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value)) {
    return { ok: false, code: 'identifiers.organisationCode.form' };
  }
  return value[8] === organisationCodeCheckCharacter(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.organisationCode.check' };
}

/** Ninth character to the first eight of an organisation code: 11 − s mod 11, where 10 is X and 11 is 0. */
export function organisationCodeCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code.charAt(index), 36),
    0,
  );
  return '0123456789X0'.charAt(11 - (sum % 11));
}
