import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { writeCsv } from '../../text/csv.js';
import { XLSX_TYPE, writeXlsx } from '../../text/xlsx.js';
import { type Download, download } from '../views/page.js';
import { cellOfFile, heading } from './list-cells.js';
import type { ListRow } from './list-reader.js';
import type { ListTable, Words } from './list-table.js';

/** The rows of a list as a spreadsheet opens them, every column of it. */
export async function listFile(
  { name, columns }: ListTable,
  rows: readonly ListRow[],
  kind: 'csv' | 'xlsx',
  now: string,
  words: Words,
): Promise<Download> {
  const header = columns.map((column) => heading(column, words));
  const cells = rows.map(({ values }) =>
    columns.map((column, at) => cellOfFile(column, values[at] ?? null, words)),
  );
  const file = `${name}-${beijingDate(now)}.${kind}`;
  return kind === 'csv'
    ? download(writeCsv(header, cells), 'text/csv; charset=utf-8', file)
    : download(await writeXlsx(header, cells), XLSX_TYPE, file);
}
