import { parse } from 'csv-parse/sync';
import { type TableLine, isWorkbook, readWorkbook } from './read-workbook.js';
import { UnreadableTable } from './unreadable-table.js';

export interface Table {
  readonly encoding: 'UTF-8' | 'GB18030' | 'XLSX';
  /** The head first; empty lines are left out, and so is what follows the lines that were asked for. */
  readonly lines: readonly TableLine[];
}

/** @throws UnreadableTable for a file that is neither CSV nor a workbook */
export function readTable(content: Buffer, most: number): Table {
  return isWorkbook(content)
    ? { encoding: 'XLSX', lines: readWorkbook(content, most) }
    : readCsvTable(content, most);
}

/** CSV in either encoding that spreadsheet programs of this country write. */
export function readCsvTable(content: Buffer, most: number): Table {
  const { text, encoding } = decode(content);
  try {
    const lines = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      to: most,
    }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    return {
      encoding,
      lines: lines.map(({ record, info }) => ({ row: info.lines, cells: record })),
    };
  } catch (error) {
    throw new UnreadableTable((error as { lines?: number }).lines ?? 1);
  }
}

function decode(content: Buffer): { text: string; encoding: 'UTF-8' | 'GB18030' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(content), encoding: 'GB18030' };
  }
}
