import { Parser } from 'saxen';
import { ArchiveParts } from './archive-parts.js';
import { type NumberFormat, numberFormat, numberText } from './number-formats.js';
import { UnreadableTable } from './unreadable-table.js';

/** A line of a table as somebody sees it: with the number that a spreadsheet prints beside it. */
export interface TableLine {
  readonly row: number;
  readonly cells: readonly string[];
}

export const MOST_COLUMNS = 50;

/** Of all cells together: a text that many cells share counts in each of them. */
const MOST_CHARACTERS = 12_000_000;

export function isWorkbook(content: Buffer): boolean {
  return content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

/**
 * The first sheet of an XLSX workbook as texts, its first `most` lines. Days and percentages stand as
 * their cells show them, other numbers as they are stored.
 * @throws UnreadableTable for another kind of archive, or content that no table has
 */
export function readWorkbook(content: Buffer, most: number): TableLine[] {
  const parts = new ArchiveParts(content);
  const { sheet, since1904 } = firstSheet(parts);
  const shared = parts.text('xl/sharedStrings.xml');
  const strings = shared === null ? [] : sharedStrings(shared);
  const styles = parts.text('xl/styles.xml');
  const formats = styles === null ? [] : cellFormats(styles);
  const textOf = (kind: string, value: string, style: string | undefined) => {
    if (kind === 's') return strings[Number(value)] ?? '';
    if (kind !== '' && kind !== 'n') return value;
    return numberText(value, formats[Number(style ?? 0)] ?? null, since1904);
  };
  return rows(part(parts, sheet), textOf, most);
}

function firstSheet(parts: ArchiveParts): { sheet: string; since1904: boolean } {
  let wanted: string | null = null;
  let since1904 = false;
  read(part(parts, 'xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes().date1904 ?? '');
      if (name === 'sheet') wanted ??= attributes()['r:id'] ?? null;
    },
  });
  let target: string | null = null;
  read(part(parts, 'xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id, Target } = attributes();
      if (Id === wanted) target = Target ?? null;
    },
  });
  if (target === null) throw new UnreadableTable(1);
  const path: string = target;
  return { sheet: path.startsWith('/') ? path.slice(1) : `xl/${path}`, since1904 };
}

/** What each style of a cell says of the number in it. */
function cellFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const found: NumberFormat[] = [];
  let inCells = false;
  read(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const { numFmtId, formatCode } = name === 'numFmt' || name === 'xf' ? attributes() : {};
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') codes.set(id, formatCode ?? '');
      if (name === 'xf' && inCells) found.push(numberFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

function sharedStrings(xml: string): string[] {
  const found: string[] = [];
  let current = '';
  let reading = false;
  // A reading aid above the characters (rPh) is not part of the text.
  let aid = false;
  read(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') aid = true;
      if (name === 't') reading = !aid;
    },
    text: (piece) => {
      if (reading) current += piece;
    },
    close: (name) => {
      if (name === 't') reading = false;
      if (name === 'rPh') aid = false;
      if (name === 'si') found.push(current);
    },
  });
  return found;
}

/** Lines without content are left out, and reading ends with the last one that is asked for. */
function rows(
  xml: string,
  textOf: (kind: string, value: string, style: string | undefined) => string,
  most: number,
): TableLine[] {
  const found: TableLine[] = [];
  let row = 0;
  let cells: string[] = [];
  let characters = 0;
  let column = 0;
  let kind = '';
  let style: string | undefined;
  let value = '';
  let reading = false;
  const keep = (text: string) => {
    characters += text.length;
    if (characters > MOST_CHARACTERS) throw new UnreadableTable(row, 'large');
    if (text.trim() === '') return;
    if (column > MOST_COLUMNS) throw new UnreadableTable(row, 'wide');
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = text;
  };
  read(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes().r) || row + 1;
        cells = [];
        column = 0;
      }
      if (name === 'c') {
        const { r, t, s } = attributes();
        column = columnOf(r) ?? column + 1;
        kind = t ?? '';
        style = s;
        value = '';
      }
      if (name === 'v' || name === 't') reading = true;
    },
    text: (piece) => {
      if (reading) value += piece;
    },
    close: (name, stop) => {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'c') keep(textOf(kind, value, style));
      if (name !== 'row' || cells.length === 0) return;
      found.push({ row, cells });
      if (found.length === most) stop();
    },
  });
  return found;
}

/** “AB7” → 28 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** With so many attributes that reading them takes seconds. */
const longTag = /<[^<>]{10000}/;

interface Handles {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly text?: (piece: string) => void;
  readonly close?: (name: string, stop: () => void) => void;
}

/** Names without their prefix: some programs write `x:row` for `row`. */
function read(xml: string, { open, text: piece, close }: Handles): void {
  if (longTag.test(xml)) throw new UnreadableTable(1, 'large');
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser();
  const stop = () => parser.stop();
  parser
    .on('openTag', (name, attributes) => open(plain(name), attributes))
    .on('closeTag', (name) => close?.(plain(name), stop))
    .on('text', (found, decode) => piece?.(decode(found)))
    .on('cdata', (found) => piece?.(found))
    .on('error', () => {
      throw new UnreadableTable(1);
    })
    .parse(xml);
}

function part(parts: ArchiveParts, name: string): string {
  const found = parts.text(name);
  if (found === null) throw new UnreadableTable(1);
  return found;
}
