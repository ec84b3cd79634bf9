import {
  formatDocumentNumber,
  parseDocumentNumber,
} from '../../rules/identifiers/document-number.js';
import { Refusal } from '../../rules/refusal.js';

/**
 * A number is given once: a draft that carries it has it reserved. The office also numbers papers that
 * this register never sees, so one that is not the next is taken, with a reason for the record.
 *
 * @returns the reason where one was needed, else null
 * @throws RuleError `identifiers.documentNumber.form`
 */
export function requireFreeNumber(
  text: string,
  used: readonly string[],
  reason: string | null,
): string | null {
  const { prefix, year, serial } = parseDocumentNumber(text);
  const serials = used
    .map(parseDocumentNumber)
    .filter((one) => one.prefix === prefix && one.year === year)
    .map((one) => one.serial);
  const next = Math.max(0, ...serials) + 1;
  const expected = formatDocumentNumber({ prefix, year, serial: next });
  if (serials.includes(serial)) {
    throw new Refusal('awards.notice.numberTaken', { expected }, 'documentNumber');
  }
  if (!serials.length || serial === next) return null;
  if (reason?.trim()) return reason.trim();
  throw new Refusal('awards.notice.numberGap', { expected }, 'numberReason');
}
