import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Refusal } from '../rules/refusal.js';
import { unguarded } from '../text/csv.js';
import { languages, translate } from '../text/catalogue.js';
import { REGISTRY_COLUMNS, type RegistryColumn, codeReader, columnOf } from './registry-columns.js';

const MOST_ROWS = 5000;

export interface RegistryFile {
  readonly encoding: 'UTF-8' | 'GB18030';
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
  const { text, encoding } = decode(content);
  const table = readTable(text);
  const header = table[0]?.record ?? [];
  const columns = header.map((cell) => columnOf(cell) ?? unknown(cell));
  const absent = REGISTRY_COLUMNS.filter((column) => !columns.includes(column));
  const missing = absent.filter(({ optional }) => !optional);
  if (missing.length) {
    const names = missing.map((column) => translate('zh-CN', `merchants.column.${column.key}`));
    throw new Refusal('merchants.import.missingColumns', { columns: names.join(', ') }, 'file');
  }
  if (table.length - 1 > MOST_ROWS) {
    throw new Refusal('merchants.import.tooManyRows', { most: MOST_ROWS }, 'file');
  }
  if (table.length < 2) throw new Refusal('merchants.import.noRows', {}, 'file');
  const readers = columns.map(cellReader);
  return {
    encoding,
    hash: createHash('sha256').update(content).digest('hex'),
    absent: absent.map(({ key }) => key),
    rows: table.slice(1).map(({ record, info }) => ({
      line: info.lines,
      raw: Object.fromEntries(
        columns.map((column, at) => [column.key, readers[at]!(unguarded(record[at] ?? ''))]),
      ),
    })),
  };
}

function decode(content: Buffer): { text: string; encoding: RegistryFile['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(content), encoding: 'GB18030' };
  }
}

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function readTable(text: string): Line[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as Line[];
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw new Refusal('merchants.import.notCsv', { line: lines ?? 1 }, 'file');
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
