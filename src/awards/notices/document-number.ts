import {
  formatDocumentNumber,
  parseDocumentNumber,
} from '../../rules/identifiers/document-number.js';
import { Refusal } from '../../rules/refusal.js';

/**
 * Numbers run without gaps per prefix and year (rule book, codes §6). The first number that this
 * register sees of a prefix and year is taken as given: the office may have issued others on paper.
 *
 * @throws RuleError `identifiers.documentNumber.form`
 */
export function requireNextNumber(text: string, used: readonly string[]): void {
  const { prefix, year, serial } = parseDocumentNumber(text);
  const serials = used
    .map(parseDocumentNumber)
    .filter((one) => one.prefix === prefix && one.year === year)
    .map((one) => one.serial);
  if (!serials.length) return;
  const next = Math.max(...serials) + 1;
  if (serial === next) return;
  const expected = formatDocumentNumber({ prefix, year, serial: next });
  throw new Refusal('awards.notice.numberGap', { expected }, 'documentNumber');
}
