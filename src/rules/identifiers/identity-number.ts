import { normaliseIdentifier } from './normalise-text.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export type IdentityNumberResult =
  | { readonly ok: true; readonly value: string; readonly birthDate: string }
  | {
      readonly ok: false;
      readonly code:
        | 'identifiers.identityNumber.form'
        | 'identifiers.identityNumber.date'
        | 'identifiers.identityNumber.check';
    };

/** Resident identity number by GB 11643: 17 digits and a check character, a real birth date inside. */
export function checkIdentityNumber(text: string): IdentityNumberResult {
  const value = normaliseIdentifier(text);
  if (!/^\d{17}[\dX]$/.test(value)) return { ok: false, code: 'identifiers.identityNumber.form' };
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isCalendarDate(birthDate)) return { ok: false, code: 'identifiers.identityNumber.date' };
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return value[17] === CHECK_CHARACTERS[sum % 11]
    ? { ok: true, value, birthDate }
    : { ok: false, code: 'identifiers.identityNumber.check' };
}

export function isIdentityNumber(value: string): boolean {
  return checkIdentityNumber(value).ok;
}

/** The last four characters; the others are never shown. */
export function maskIdentityNumber(value: string): string {
  return value.slice(-4).padStart(value.length, '*');
}

function isCalendarDate(date: string): boolean {
  const milliseconds = Date.parse(`${date}T00:00:00.000Z`);
  return (
    date >= '1900' &&
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(date)
  );
}
