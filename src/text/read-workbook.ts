import { unzipSync } from 'fflate';
import { Parser } from 'saxen';
import { UnreadableTable } from './unreadable-table.js';

/** A line of a table as somebody sees it: with the number that a spreadsheet prints beside it. */
export interface TableLine {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Bytes of one unpacked part; a table of ten thousand lines has two or three million. */
const mostOfOne = 20_000_000;
const needed = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/)/;

type Parts = Readonly<Record<string, Uint8Array | undefined>>;

export function isWorkbook(content: Buffer): boolean {
  return content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

/**
 * The first sheet of an XLSX workbook as texts. Numbers stand as they are stored, so a column of days
 * has to be typed as text to be read as one.
 * @throws UnreadableTable for another kind of archive, or parts too large to be a table
 */
export function readWorkbook(content: Buffer): TableLine[] {
  const parts = unpack(content);
  const sheet = part(parts, firstSheet(parts));
  const shared = parts['xl/sharedStrings.xml'];
  const strings = shared ? sharedStrings(text(shared)) : [];
  return rows(sheet, strings).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function unpack(content: Buffer): Parts {
  try {
    return unzipSync(content, {
      filter: ({ name, originalSize }) => {
        if (!needed.test(name)) return false;
        if (originalSize > mostOfOne) throw new UnreadableTable(1);
        return true;
      },
    });
  } catch {
    throw new UnreadableTable(1);
  }
}

function firstSheet(parts: Parts): string {
  let wanted: string | null = null;
  read(part(parts, 'xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') wanted ??= attributes['r:id'] ?? null;
    },
  });
  let target: string | null = null;
  read(part(parts, 'xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Id === wanted) target = attributes.Target ?? null;
    },
  });
  if (target === null) throw new UnreadableTable(1);
  const path: string = target;
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
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

function rows(xml: string, strings: readonly string[]): TableLine[] {
  const found: { row: number; cells: string[] }[] = [];
  let column = 0;
  let kind = '';
  let value = '';
  let reading = false;
  read(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const row = Number(attributes.r) || (found.at(-1)?.row ?? 0) + 1;
        found.push({ row, cells: [] });
        column = 0;
      }
      if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        kind = attributes.t ?? '';
        value = '';
      }
      if (name === 'v' || name === 't') reading = true;
    },
    text: (piece) => {
      if (reading) value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      const cells = found.at(-1)?.cells;
      if (name !== 'c' || !cells || column < 1 || column > mostColumns) return;
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = kind === 's' ? (strings[Number(value)] ?? '') : value;
    },
  });
  return found;
}

const mostColumns = 200;

/** “AB7” → 28 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

interface Handles {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (piece: string) => void;
  readonly close?: (name: string) => void;
}

/** Names without their prefix: some programs write `x:row` for `row`. */
function read(xml: string, { open, text: piece, close }: Handles): void {
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  new Parser()
    .on('openTag', (name, attributes) => open(plain(name), attributes()))
    .on('closeTag', (name) => close?.(plain(name)))
    .on('text', (found, decode) => piece?.(decode(found)))
    .on('cdata', (found) => piece?.(found))
    .on('error', () => {
      throw new UnreadableTable(1);
    })
    .parse(xml);
}

function part(parts: Parts, name: string): string {
  const found = parts[name];
  if (!found) throw new UnreadableTable(1);
  return text(found);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
