import type { Table } from '../../text/read-table.js';
import { readTableFile } from '../../text/table-file.js';
import { RETURN_TABLE } from './return-columns.js';

export interface ReturnsFile {
  readonly encoding: Table['encoding'];
  readonly hash: string;
  /** Keys of figures that this file has no column for. */
  readonly absent: readonly string[];
  readonly rows: readonly ReturnsRow[];
}

export interface ReturnsRow {
  readonly line: number;
  /** Cells by the key of their column. */
  readonly cells: Readonly<Record<string, string | undefined>>;
  /** Whether any figure was filled in. */
  readonly filled: boolean;
}

/** @throws Refusal for a file that is no table, has unknown or missing columns, or too many rows */
export function readReturnsFile(content: Buffer): ReturnsFile {
  const { encoding, hash, absent, rows } = readTableFile(content, RETURN_TABLE);
  return {
    encoding,
    hash,
    absent: absent.filter(({ kind }) => kind === 'figure').map((column) => column.key),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(cells.map(({ column, text }) => [column.key, text.trim()])),
      filled: cells.some(({ column, text }) => column.kind === 'figure' && text.trim() !== ''),
    })),
  };
}
