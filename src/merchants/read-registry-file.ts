import { type FieldProblem, problem } from '../rules/registry/field-problem.js';
import type { Table } from '../text/read-table.js';
import { type TableFileRow, readTableFile } from '../text/table-file.js';
import { type RegistryColumn, REGISTRY_TABLE } from './registry-columns.js';
import { type ReadCell, cellReader } from './registry-cells.js';

export interface RegistryFile {
  readonly encoding: Table['encoding'];
  readonly hash: string;
  /** Keys of columns that a file may leave out and this one does. */
  readonly absent: readonly string[];
  readonly rows: readonly RegistryRow[];
}

export interface RegistryRow {
  readonly line: number;
  readonly raw: Readonly<Record<string, unknown>>;
  /** Cells that say nothing that could be read. */
  readonly problems: readonly FieldProblem[];
}

/**
 * A register file → rows as a form would send them, each with its row in the spreadsheet.
 * @throws Refusal for a file that is no table, has unknown or missing columns, or too many rows
 */
export function readRegistryFile(content: Buffer): RegistryFile {
  const { encoding, hash, absent, rows } = readTableFile(content, REGISTRY_TABLE);
  const readers = new Map(REGISTRY_TABLE.columns.map((column) => [column, cellReader(column)]));
  return {
    encoding,
    hash,
    absent: absent.map(({ key }) => key),
    rows: rows.map((row) => rowOf(row, readers)),
  };
}

function rowOf(
  { cells, line }: TableFileRow<RegistryColumn>,
  readers: ReadonlyMap<RegistryColumn, ReadCell>,
): RegistryRow {
  const raw: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const { column, text } of cells) {
    const read = readers.get(column)!(text);
    if ('value' in read) raw[column.key] = read.value;
    else problems.push(problem(column.key, read.code, { typed: read.typed }));
  }
  return { line, raw, problems };
}
