import { translate } from '../../../text/catalogue.js';
import type { TableColumn, TableKind } from '../../../text/table-file.js';

export interface WorkbookColumn extends TableColumn {
  readonly key:
    'number' | 'merchant' | 'indicator' | 'most' | 'bands' | 'score' | 'comment' | 'sheet';
}

/** The scoring workbook, out and in: a row for each indicator of each open sheet of one judge. */
export const WORKBOOK_COLUMNS: readonly WorkbookColumn[] = [
  { key: 'number' },
  { key: 'merchant', optional: true },
  { key: 'indicator' },
  { key: 'most', optional: true },
  { key: 'bands', optional: true },
  { key: 'score' },
  { key: 'comment' },
  { key: 'sheet' },
];

export const WORKBOOK_TABLE: TableKind<WorkbookColumn> = {
  columns: WORKBOOK_COLUMNS,
  mostRows: 5000,
  header: (language, { key }) => translate(language, `judging.workbook.${key}`),
};

/** Which indicator of which sheet a row is about, and what it showed of it when it was taken. */
export interface RowKey {
  readonly sheetId: string;
  readonly code: string;
  readonly seen: string;
}

export const rowKey = ({ sheetId, code, seen }: RowKey): string => [sheetId, code, seen].join('/');

/** Null for what is no key of ours. */
export function readRowKey(text: string): RowKey | null {
  const [sheetId, code, seen, ...more] = text.trim().split('/');
  return sheetId && code && seen !== undefined && more.length === 0
    ? { sheetId, code, seen }
    : null;
}
