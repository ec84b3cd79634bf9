import { parse } from 'csv-parse/sync';
import { cleanText } from '../rules/identifiers/clean-text.js';
import { type Encoding, decodeText } from './decode-text.js';
import { type TableLine, isWorkbook, readWorkbook } from './read-workbook.js';
import { UnreadableTable } from './unreadable-table.js';

export interface Table {
  readonly encoding: Encoding | 'XLSX';
  /** The head first; empty lines are left out, and so is what follows the lines that were asked for. */
  readonly lines: readonly TableLine[];
}

/** Characters: no spreadsheet program writes more, and cleaning takes its time. */
const MOST_IN_A_CELL = 32_767;

/** Between cells; of those that the head has most often. */
const SEPARATORS = [',', '\t', ';', '|', '\uff0c'];

/**
 * A table as spreadsheet programs write it, its cells without what nobody sees, each line with the
 * number that a spreadsheet prints beside it.
 * @throws UnreadableTable for a file that is neither CSV nor a workbook
 */
export function readTable(content: Buffer, most: number): Table {
  const table = isWorkbook(content)
    ? { encoding: 'XLSX' as const, lines: readWorkbook(content, most) }
    : readText(content, most);
  return {
    ...table,
    lines: table.lines.map(({ row, cells }) => {
      if (cells.some(({ length }) => length > MOST_IN_A_CELL)) {
        throw new UnreadableTable(row, 'large');
      }
      return { row, cells: cells.map(cleanText) };
    }),
  };
}

/** Ends the reading when the lines that were asked for are there. */
class Enough extends Error {}

function readText(content: Buffer, most: number): Table {
  const { text, encoding } = decodeText(content);
  const lines: TableLine[] = [];
  let row = 0;
  const keep = (cells: readonly string[]): null => {
    row += 1;
    if (cells.every((cell) => cell.trim() === '')) return null;
    lines.push({ row, cells: likeHead(cells, lines[0]?.cells.length ?? cells.length, row) });
    if (lines.length === most) throw new Enough();
    return null;
  };
  try {
    parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      on_record: keep,
    });
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    if (!(error instanceof Enough)) throw new UnreadableTable(row + 1);
  }
  return { encoding, lines };
}

/** Empty cells at the end are no cells; a line with more of them than the head, or fewer, is broken. */
function likeHead(cells: readonly string[], width: number, row: number): readonly string[] {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    throw new UnreadableTable(row);
  }
  return cells.slice(0, width);
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (separator: string) => head.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0]!;
}
