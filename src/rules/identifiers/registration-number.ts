import { normaliseIdentifier } from './normalise-text.js';

export type RegistrationNumberResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'identifiers.registrationNumber.form' };

/** Registration number (注册号) before credit codes, GS 15-2006: 15 digits, check digit not enforced. */
export function checkRegistrationNumber(text: string): RegistrationNumberResult {
  const value = normaliseIdentifier(text);
  return /^\d{15}$/.test(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.registrationNumber.form' };
}
