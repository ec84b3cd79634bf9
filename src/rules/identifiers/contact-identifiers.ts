import { normaliseIdentifier } from './normalise-text.js';

export type ContactIdentifierResult =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly code:
        'identifiers.mobile.form' | 'identifiers.email.form' | 'identifiers.icpNumber.form';
    };

/** The code of the country, as browsers and address books write it before a number. */
const COUNTRY = /^(?:\+|00)?86(?=1\d{10}$)/;

/** Mainland mobile number; blanks, signs inside and the code of the country before it are forgiven. */
export function checkMobile(text: string): ContactIdentifierResult {
  const value = normaliseIdentifier(text)
    .replace(/[\p{Pd}\p{Ps}\p{Pe}.\u00b7]/gu, '')
    .replace(COUNTRY, '');
  return /^1[3-9]\d{9}$/.test(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.mobile.form' };
}

/** A mail address as people have them: one @, a host with a dot, no blanks; the host in lower case. */
export function checkEmail(text: string): ContactIdentifierResult {
  const address = /^([^\s@"<>()]{1,64}@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(
    text.normalize('NFKC').trim(),
  );
  return address
    ? { ok: true, value: `${address[1]}${address[2]!.toLowerCase()}` }
    : { ok: false, code: 'identifiers.email.form' };
}

/** ICP filing number of an own site, eight digits or the newer ten. */
export function checkIcpNumber(text: string): ContactIdentifierResult {
  const value = normaliseIdentifier(text);
  return /^[\u4e00-\u9fa5]ICP备\d{8}(\d{2})?号(-\d+)?$/.test(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.icpNumber.form' };
}

/** What is wrong with a mobile number, for a field of a form. */
export function mobileFault(text: string): string | null {
  const checked = checkMobile(text);
  return checked.ok ? null : checked.code;
}
