import { translate } from '../../../text/catalogue.js';
import type { TableColumn, TableKind } from '../../../text/table-file.js';

export interface VerdictColumn extends TableColumn {
  readonly key:
    'receipt' | 'merchant' | 'item' | 'figure' | 'claimed' | 'verdict' | 'value' | 'reason';
}

/** The table of verdicts, in and out: a row for each figure of each application. */
export const VERDICT_COLUMNS: readonly VerdictColumn[] = [
  { key: 'receipt' },
  { key: 'merchant', optional: true },
  { key: 'item' },
  { key: 'figure', optional: true },
  { key: 'claimed', optional: true },
  { key: 'verdict' },
  { key: 'value', optional: true },
  { key: 'reason', optional: true },
];

export const VERDICT_TABLE: TableKind<VerdictColumn> = {
  columns: VERDICT_COLUMNS,
  mostRows: 20_000,
  header: (language, { key }) => translate(language, `review.verdictImport.${key}`),
};
