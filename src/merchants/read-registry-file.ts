import { createHash } from 'node:crypto';
import { Refusal } from '../rules/refusal.js';
import { unguarded } from '../text/csv.js';
import { type Table, readCsvTable } from '../text/read-table.js';
import { UnreadableTable } from '../text/unreadable-table.js';
import { languages, translate } from '../text/catalogue.js';
import { REGISTRY_COLUMNS, type RegistryColumn, codeReader, columnOf } from './registry-columns.js';

const MOST_ROWS = 5000;

export interface RegistryFile {
  readonly encoding: Table['encoding'];
  readonly hash: string;
  /** Keys of columns that a file may leave out and this one does. */
  readonly absent: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly raw: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * A register CSV → rows as a form would send them, each with its line in the file.
 * @throws Refusal for a file that is no CSV, has unknown or missing columns, or too many rows
 */
export function readRegistryFile(content: Buffer): RegistryFile {
  const { lines, encoding } = tableOf(content);
  const header = lines[0]?.cells ?? [];
  const columns = header.map((cell) => columnOf(cell) ?? unknown(cell));
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
  const readers = columns.map(cellReader);
  return {
    encoding,
    hash: createHash('sha256').update(content).digest('hex'),
    absent: absent.map(({ key }) => key),
    rows: lines.slice(1).map(({ cells, row }) => ({
      line: row,
      raw: Object.fromEntries(
        columns.map((column, at) => [column.key, readers[at]!(unguarded(cells[at] ?? ''))]),
      ),
    })),
  };
}

function tableOf(content: Buffer): Table {
  try {
    // The head, and one line more than may be, which is then refused.
    return readCsvTable(content, MOST_ROWS + 2);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new Refusal('merchants.import.notCsv', { line: error.row }, 'file');
  }
}

function unknown(cell: string): never {
  throw new Refusal('merchants.import.unknownColumn', { column: cell.slice(0, 40) }, 'file');
}

/** Cell text → what a browser would send for the same field. */
function cellReader(column: RegistryColumn): (text: string) => unknown {
  if (column.kind === 'code') return codeReader(column);
  if (column.kind === 'codes') {
    const read = codeReader(column);
    return (text) =>
      text
        .split(/[\p{P}|]+/u)
        .map(read)
        .filter(Boolean);
  }
  if (column.kind === 'day') return (text) => text.replace(dayPattern, '$1-$2-$3');
  if (column.kind === 'flag') {
    const yes = languages.map((language) => translate(language, 'merchants.yes').toLowerCase());
    return (text) => (yes.includes(text.trim().toLowerCase()) ? 'on' : '');
  }
  return (text) => text;
}

const dayPattern = /^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/;
