import { createHash } from 'node:crypto';
import { Refusal } from '../rules/refusal.js';
import { type Language, languages, translate } from './catalogue.js';
import { unguarded } from './csv.js';
import { type Table, readTable } from './read-table.js';
import { MOST_COLUMNS, type TableLine } from './read-workbook.js';
import { UnreadableTable } from './unreadable-table.js';

/** What an upload may have; the command line asks for no more either. */
export const MOST_BYTES = 10 * 1_048_576;
/** Lines above the head: the title of a table, who made it and when. */
const MOST_TITLES = 5;

/** A column of a table that people fill in. */
export interface TableColumn {
  readonly key: string;
  /** A file may do without it. */
  readonly optional?: boolean;
}

/** What a reader of tables has to know of one kind of table. */
export interface TableKind<C extends TableColumn> {
  readonly columns: readonly C[];
  readonly mostRows: number;
  /** What stands over the column in a table of ours. */
  header(language: Language, column: C): string;
  /** Other words that stand for it. */
  words?(language: Language, column: C): readonly string[];
}

export interface TableFile<C extends TableColumn> {
  readonly encoding: Table['encoding'];
  readonly hash: string;
  /** Columns that a file may leave out and this one does. */
  readonly absent: readonly C[];
  readonly rows: readonly TableFileRow<C>[];
}

export interface TableFileRow<C extends TableColumn> {
  /** As a spreadsheet numbers it. */
  readonly line: number;
  /** The cells below known columns, in the order of the file. */
  readonly cells: readonly { readonly column: C; readonly text: string }[];
}

/**
 * A table that came in, CSV or XLSX, at whichever door.
 * @throws Refusal for a file that is no table, has unknown or missing columns, or too many rows
 */
export function readTableFile<C extends TableColumn>(
  content: Buffer,
  kind: TableKind<C>,
): TableFile<C> {
  const find = finder(kind);
  const { lines: all, encoding } = tableOf(content, kind.mostRows);
  if (all.length === 0) throw new Refusal('forms.table.noRows', {}, 'file');
  const lines = all.slice(headAt(all, find));
  const columns = columnsOf(lines, find);
  const absent = kind.columns.filter((column) => !columns.includes(column));
  const missing = absent.filter(({ optional }) => !optional);
  if (missing.length) {
    const names = missing.map(
      (column) => kind.words?.('zh-CN', column)[0] ?? kind.header('zh-CN', column),
    );
    throw new Refusal('forms.table.missingColumns', { columns: names.join(', ') }, 'file');
  }
  if (lines.length - 1 > kind.mostRows) {
    throw new Refusal('forms.table.tooManyRows', { most: kind.mostRows }, 'file');
  }
  if (lines.length < 2) throw new Refusal('forms.table.noRows', {}, 'file');
  return {
    encoding,
    hash: createHash('sha256').update(content).digest('hex'),
    absent,
    rows: lines.slice(1).map(({ cells, row }) => ({
      line: row,
      cells: columns.flatMap((column, at) =>
        column ? [{ column, text: unguarded(cells[at] ?? '') }] : [],
      ),
    })),
  };
}

type Find<C> = (header: string) => C | null;

/** A column is known by its key, its words, or both, in either language. */
function finder<C extends TableColumn>({ columns, header, words }: TableKind<C>): Find<C> {
  const known = new Map<string, C>();
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  for (const column of columns) {
    known.set(plain(column.key), column);
    for (const language of languages) {
      for (const word of [header(language, column), ...(words?.(language, column) ?? [])]) {
        known.set(plain(word), column);
      }
    }
  }
  return (text) => known.get(plain(text)) ?? null;
}

/** The first line that names columns; a title may stand above it. */
function headAt<C>(lines: readonly TableLine[], find: Find<C>): number {
  const at = lines
    .slice(0, MOST_TITLES)
    .findIndex(({ cells }) => cells.filter((cell) => find(cell)).length > 2);
  return Math.max(0, at);
}

/** Null for a column without a name and without content, as spreadsheets leave them at the end. */
function columnsOf<C>([head, ...rows]: readonly TableLine[], find: Find<C>): (C | null)[] {
  const names = head?.cells ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  const found: (C | null)[] = [];
  for (let at = 0; at < width; at += 1) {
    const name = (names[at] ?? '').trim();
    const column = name === '' ? null : find(name);
    if (name !== '' && !column) {
      throw new Refusal('forms.table.unknownColumn', { column: name.slice(0, 40) }, 'file');
    }
    const first = rows.find(({ cells }) => (cells[at] ?? '').trim() !== '');
    if (!column && first) {
      const place = { column: at + 1, row: first.row };
      throw new Refusal('forms.table.namelessColumn', place, 'file');
    }
    if (column && found.includes(column)) {
      throw new Refusal('forms.table.repeatedColumn', { column: name.slice(0, 40) }, 'file');
    }
    found.push(column);
  }
  return found;
}

function tableOf(content: Buffer, mostRows: number): Table {
  if (content.length > MOST_BYTES) throw new Refusal('forms.table.large', {}, 'file');
  try {
    // Titles, the head, and one line more than may be, which is then refused.
    return readTable(content, MOST_TITLES + mostRows + 2);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const place = { row: error.row, most: MOST_COLUMNS };
    throw new Refusal(`forms.table.${error.fault}`, place, 'file');
  }
}

/** Label → code, in either language; the text itself when nothing fits. */
export function codeReader(values: readonly string[], options: string): (text: string) => string {
  const known = new Map<string, string>();
  for (const value of values) {
    known.set(value.toLowerCase(), value);
    for (const language of languages) {
      known.set(translate(language, `${options}.${value}`).toLowerCase(), value);
    }
  }
  return (text) => known.get(text.trim().toLowerCase()) ?? text.trim();
}
