import { createHash } from 'node:crypto';
import { Refusal } from '../rules/refusal.js';
import { type FieldProblem, problem } from '../rules/registry/field-problem.js';
import { unguarded } from '../text/csv.js';
import { translate } from '../text/catalogue.js';
import { type Table, readTable } from '../text/read-table.js';
import { MOST_COLUMNS, type TableLine } from '../text/read-workbook.js';
import { UnreadableTable } from '../text/unreadable-table.js';
import { type RegistryColumn, REGISTRY_COLUMNS, columnOf } from './registry-columns.js';
import { type ReadCell, cellReader } from './registry-cells.js';

const MOST_ROWS = 5000;
/** What an upload may have; the command line asks for no more either. */
export const MOST_BYTES = 10 * 1_048_576;
/** Lines above the head: the title of a table, who made it and when. */
const MOST_TITLES = 5;

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
  const { lines: all, encoding } = tableOf(content);
  const lines = all.slice(headAt(all));
  const columns = columnsOf(lines);
  const absent = REGISTRY_COLUMNS.filter((column) => !columns.includes(column));
  const missing = absent.filter(({ optional }) => !optional);
  if (missing.length) {
    const names = missing.map((column) => translate('zh-CN', `merchants.column.${column.key}`));
    throw new Refusal('merchants.import.missingColumns', { columns: names.join(', ') }, 'file');
  }
  if (lines.length - 1 > MOST_ROWS) {
    throw new Refusal('merchants.import.tooManyRows', { most: MOST_ROWS }, 'file');
  }
  if (lines.length < 2) throw new Refusal('merchants.import.noRows', {}, 'file');
  const readers = columns.map((column) => (column ? { column, read: cellReader(column) } : null));
  return {
    encoding,
    hash: createHash('sha256').update(content).digest('hex'),
    absent: absent.map(({ key }) => key),
    rows: lines.slice(1).map((line) => rowOf(line, readers)),
  };
}

function rowOf(
  { cells, row }: TableLine,
  readers: readonly ({ column: RegistryColumn; read: ReadCell } | null)[],
): RegistryRow {
  const raw: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  readers.forEach((reader, at) => {
    if (!reader) return;
    const { key } = reader.column;
    const read = reader.read(unguarded(cells[at] ?? ''));
    if ('value' in read) raw[key] = read.value;
    else problems.push(problem(key, read.code, { typed: read.typed }));
  });
  return { line: row, raw, problems };
}

/** The first line that names columns; a title may stand above it. */
function headAt(lines: readonly TableLine[]): number {
  const at = lines
    .slice(0, MOST_TITLES)
    .findIndex(({ cells }) => cells.filter((cell) => columnOf(cell)).length > 2);
  return Math.max(0, at);
}

/** Null for a column without a name and without content, as spreadsheets leave them at the end. */
function columnsOf([head, ...rows]: readonly TableLine[]): (RegistryColumn | null)[] {
  const names = head?.cells ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  const found: (RegistryColumn | null)[] = [];
  for (let at = 0; at < width; at += 1) {
    const name = (names[at] ?? '').trim();
    const column = name === '' ? null : columnOf(name);
    if (name !== '' && !column) {
      throw new Refusal('merchants.import.unknownColumn', { column: name.slice(0, 40) }, 'file');
    }
    const first = rows.find(({ cells }) => (cells[at] ?? '').trim() !== '');
    if (!column && first) {
      const place = { column: at + 1, row: first.row };
      throw new Refusal('merchants.import.namelessColumn', place, 'file');
    }
    if (column && found.includes(column)) {
      throw new Refusal('merchants.import.repeatedColumn', { column: name.slice(0, 40) }, 'file');
    }
    found.push(column);
  }
  return found;
}

function tableOf(content: Buffer): Table {
  if (content.length > MOST_BYTES) throw new Refusal('forms.table.large', {}, 'file');
  try {
    // Titles, the head, and one line more than may be, which is then refused.
    return readTable(content, MOST_TITLES + MOST_ROWS + 2);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const place = { row: error.row, most: MOST_COLUMNS };
    throw new Refusal(`forms.table.${error.fault}`, place, 'file');
  }
}
