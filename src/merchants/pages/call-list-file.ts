import { type Language, translate } from '../../text/catalogue.js';
import { writeCsv } from '../../text/csv.js';
import { formatInstant } from '../../text/format.js';
import { XLSX_TYPE, writeXlsx } from '../../text/xlsx.js';
import { type Download, download } from '../../web/views/page.js';
import type { CallLine } from '../call-list.js';

/** Whom to call for a missing return, for a spreadsheet. */
export async function callListFile(
  kind: 'csv' | 'xlsx',
  {
    rows,
    reminded,
    year,
  }: {
    readonly rows: readonly CallLine[];
    readonly reminded: ReadonlyMap<string, string | null>;
    readonly year: number;
  },
  lang: Language,
): Promise<Download> {
  const columns = ['name', 'town', 'contactName', 'contactMobile'] as const;
  const header = [
    ...columns.map((key) => translate(lang, `merchants.${key}`)),
    translate(lang, 'merchants.divisionReturns.lastReminder'),
  ];
  const cells = rows.map((row) => {
    const at = reminded.get(row.id);
    return [...columns.map((key) => row[key]), at ? formatInstant(lang, at) : ''];
  });
  const file = `call-list-${year}.${kind}`;
  return kind === 'csv'
    ? download(writeCsv(header, cells), 'text/csv; charset=utf-8', file)
    : download(await writeXlsx(header, cells), XLSX_TYPE, file);
}
