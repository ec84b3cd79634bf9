import { RuleError } from '../rule-error.js';

export const CERTIFICATE_CATEGORIES = ['G', 'Y', 'N'] as const;

export type CertificateCategory = (typeof CERTIFICATE_CATEGORIES)[number];

export interface CertificateNumber {
  readonly year: number;
  readonly category: CertificateCategory;
  /** Serial in award order, 1 to 999. */
  readonly serial: number;
}

/** @throws RuleError `identifiers.certificateNumber.form` */
export function formatCertificateNumber({ year, category, serial }: CertificateNumber): string {
  const text = `QZ-${year}-${category}-${String(serial).padStart(3, '0')}`;
  parseCertificateNumber(text);
  return text;
}

/** @throws RuleError `identifiers.certificateNumber.form` */
export function parseCertificateNumber(text: string): CertificateNumber {
  const match = /^QZ-((?:19|20)\d{2})-([GYN])-(\d{3})$/.exec(text);
  if (match === null || match[3] === '000') {
    throw new RuleError('identifiers.certificateNumber.form', { text });
  }
  return {
    year: Number(match[1]),
    category: match[2] as CertificateCategory,
    serial: Number(match[3]),
  };
}
