import {
  VERDICT_COLUMNS,
  VERDICT_TABLE,
  type VerdictColumn,
} from '../../src/applications/office/verdict-import/verdict-columns.js';
import { writeCsv } from '../../src/text/csv.js';

export type VerdictRow = Partial<Record<VerdictColumn['key'], string>>;

export const verdictFile = (...rows: readonly VerdictRow[]) =>
  Buffer.from(
    writeCsv(
      VERDICT_COLUMNS.map((column) => VERDICT_TABLE.header('zh-CN', column)),
      rows.map((row) => VERDICT_COLUMNS.map(({ key }) => row[key] ?? '')),
    ),
  );

export const reason = '扣除代运营销售额。';

/** The claim of the sample application, cut down. */
export const reducedRow = (receipt: string, over: VerdictRow = {}): VerdictRow => ({
  receipt,
  item: 'netWan',
  claimed: '600.00万元',
  verdict: '核减（更正）',
  value: '480.50',
  reason,
  ...over,
});

export const acceptedRow = (receipt: string, over: VerdictRow = {}): VerdictRow => ({
  receipt,
  item: 'orders',
  verdict: '采信',
  ...over,
});
