import type { CsvCell } from './csv.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where Chinese radicals, signs and characters begin. */
const FIRST_WIDE = 0x2e80;
/** Column widths in characters, so that a name is read without dragging a border. */
const NARROW = 10;
const WIDE = 40;

/**
 * One sheet with a heading row that stays in sight. Numbers are numbers; everything else is text, so
 * that a code keeps its leading zeros and its eighteen digits, and no spreadsheet runs a text as a formula.
 * The writer is read at the first file.
 */
export async function writeXlsx(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Promise<Buffer> {
  const { default: writeFile } = await import('write-excel-file/node');
  const data = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = header.map((heading, at) => ({
    width: Math.min(
      WIDE,
      Math.max(NARROW, ...[heading, ...rows.map((row) => row[at])].map(widthOf)),
    ),
  }));
  return writeFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: CsvCell) {
  if (cell === null) return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: writable(cell), type: String, format: '@' };
}

/** Without the control characters that a sheet cannot hold: one of them and it does not open at all. */
function writable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '');
}

/** A Chinese character is as wide as two letters. */
function widthOf(cell: CsvCell | undefined): number {
  return Array.from(String(cell ?? '')).reduce(
    (sum, sign) => sum + (sign.codePointAt(0)! >= FIRST_WIDE ? 2 : 1),
    2,
  );
}
