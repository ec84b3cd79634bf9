import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/**
 * CSV as spreadsheet programs of this country open it without garbling: UTF-8 with BOM, CRLF, quoted
 * by RFC 4180. A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers
 * stay numbers, also negative ones.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const table = [header, ...rows].map((row) => row.map(guarded));
  return stringify(table, { bom: true, record_delimiter: 'windows' });
}

/** A cell that no spreadsheet runs as a formula. */
function guarded(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && isFormula(cell) ? `'${cell}` : cell;
}

/**
 * As a spreadsheet reads it: blanks and invisible characters before the sign do not count, and the
 * full-width signs of a Chinese keyboard are the same signs. A negative number is no formula.
 */
function isFormula(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  const folded = text.normalize('NFKC').replace(/^[\s\p{C}]+/u, '');
  return /^[=+\-@]/.test(folded) && !/^-\d+(\.\d+)?$/.test(folded);
}

/** A cell as it was before it was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
