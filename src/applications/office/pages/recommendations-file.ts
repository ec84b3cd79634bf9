import { type Language, translate } from '../../../text/catalogue.js';
import { writeCsv } from '../../../text/csv.js';
import { formatInstant } from '../../../text/format.js';
import { XLSX_TYPE, writeXlsx } from '../../../text/xlsx.js';
import { type Download, download } from '../../../web/views/page.js';
import type { RecommendedRow } from '../division/division.queries.js';

/** A division's table of recommendations, for a spreadsheet. */
export async function recommendationsFile(
  kind: 'csv' | 'xlsx',
  rows: readonly RecommendedRow[],
  { year, lang }: { readonly year: number; readonly lang: Language },
): Promise<Download> {
  const header = ['category', 'rank', 'merchant', 'creditCode', 'receipt', 'opinion', 'signed'].map(
    (column) => translate(lang, `review.summary.file.${column}`),
  );
  const cells = rows.map((row) => [
    row.categoryZh,
    row.rank,
    row.merchantName,
    row.creditCode ?? '',
    row.receiptNumber ?? '',
    row.opinion,
    row.approvedAt ? formatInstant(lang, row.approvedAt) : '',
  ]);
  const file = `recommendations-${year}.${kind}`;
  return kind === 'csv'
    ? download(writeCsv(header, cells), 'text/csv; charset=utf-8', file)
    : download(await writeXlsx(header, cells), XLSX_TYPE, file);
}
