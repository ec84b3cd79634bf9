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

function guarded(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before it was guarded. */
export function unguarded(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
