import { RETURN_COLUMNS, returnHeader } from '../../src/merchants/returns-import/return-columns.js';
import { writeCsv } from '../../src/text/csv.js';

type Row = Readonly<Record<string, string | number>>;

/** A merchant's totals of 2025 as a row of the table of returns, sound in every cell. */
export const returnRow = (name: string, creditCode: string, over: Row = {}): Row => ({
  name,
  creditCode,
  year: 2025,
  grossWan: 120,
  refundWan: 20,
  orders: 5000,
  parcels: 4800,
  agencyWan: 0,
  wholesaleWan: 0,
  staff: 6,
  insuredYearEnd: 4,
  insuredAverage: 4,
  ...over,
});

/** The rows as a file, with some of the columns left out. */
export function returnsFile(rows: readonly Row[], without: readonly string[] = []): Buffer {
  const columns = RETURN_COLUMNS.filter(({ key }) => !without.includes(key));
  return Buffer.from(
    writeCsv(
      columns.map((column) => returnHeader('zh-CN', column)),
      rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
    ),
  );
}
