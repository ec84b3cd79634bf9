import { normaliseIdentifier } from './normalise-text.js';

export type ContactIdentifierResult =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly code: 'identifiers.mobile.form' | 'identifiers.icpNumber.form';
    };

/** Mainland mobile number; blanks and hyphens inside are forgiven. */
export function checkMobile(text: string): ContactIdentifierResult {
  const value = normaliseIdentifier(text).replaceAll('-', '');
  return /^1[3-9]\d{9}$/.test(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.mobile.form' };
}

/** ICP filing number of an own site, eight digits or the newer ten. */
export function checkIcpNumber(text: string): ContactIdentifierResult {
  const value = normaliseIdentifier(text);
  return /^[\u4e00-\u9fa5]ICP备\d{8}(\d{2})?号(-\d+)?$/.test(value)
    ? { ok: true, value }
    : { ok: false, code: 'identifiers.icpNumber.form' };
}
