import { RuleError } from '../rule-error.js';

const DOCUMENT_NUMBER =
  /^(?<prefix>\p{Script=Han}{2,12})〔(?<year>(?:19|20)\d{2})〕(?<serial>[1-9]\d{0,3})号$/u;

export interface DocumentNumber {
  readonly prefix: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * Parts of a 发文字号 such as 衢商务〔2013〕5号; the brackets are U+3014 and U+3015.
 *
 * @throws RuleError `identifiers.documentNumber.form`
 */
export function parseDocumentNumber(text: string): DocumentNumber {
  const parts = DOCUMENT_NUMBER.exec(text)?.groups;
  if (parts === undefined) throw new RuleError('identifiers.documentNumber.form', { text });
  return {
    prefix: parts['prefix']!,
    year: Number(parts['year']),
    serial: Number(parts['serial']),
  };
}

/** @throws RuleError `identifiers.documentNumber.form` when a part is outside the pattern */
export function formatDocumentNumber({ prefix, year, serial }: DocumentNumber): string {
  const text = `${prefix}〔${year}〕${serial}号`;
  parseDocumentNumber(text);
  return text;
}
