import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unguarded, writeCsv } from './csv.js';

const cellOf = (cell: string | number): string =>
  parse(writeCsv(['x'], [[cell]]), { bom: true })[1]![0]!;

describe('a cell of a CSV file', () => {
  test.each([
    '=1+1',
    '＝1+1',
    ' =1+1',
    '\u3000＝1+1',
    '\u200b=1+1',
    '\t=1+1',
    '\r=1+1',
    '\ttext',
    '+1+1',
    '＋1+1',
    '-1+1',
    '－1+1',
    '@SUM(1)',
    '＠SUM(1)',
    '=HYPERLINK("http://example.invalid")',
  ])('%j is guarded against running as a formula, and read back as it was', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
    expect(unguarded(cellOf(text))).toBe(text);
  });

  test.each([
    ['橙心网店', '橙心网店'],
    ['a=b', 'a=b'],
    ["'quoted'", "'quoted'"],
    ['-12.5', '-12.5'],
    [-12.5, '-12.5'],
    [0, '0'],
  ])('%j stays as it is', (cell, written) => {
    expect(cellOf(cell)).toBe(written);
    expect(unguarded(cellOf(cell))).toBe(written);
  });
});
