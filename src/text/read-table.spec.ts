import { describe, expect, test } from '@jest/globals';
import { constants, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { smallOffice } from '../../test/support/small-files.js';
import { archive, workbook } from '../../test/support/workbook.js';
import { readTable } from './read-table.js';
import { UnreadableTable } from './unreadable-table.js';

const read = (content: Buffer) => readTable(content, 10_002);
const cells = (content: Buffer) => read(content).lines.map(({ cells: found }) => found);

describe('a table', () => {
  test('is read from CSV with the line numbers of its rows, in either encoding', () => {
    const text = '编号,席位\r\n\r\nG-1,3\r\n';
    const lines = [
      { row: 1, cells: ['编号', '席位'] },
      { row: 3, cells: ['G-1', '3'] },
    ];
    expect(read(Buffer.from(`\uFEFF${text}`))).toEqual({ encoding: 'UTF-8', lines });
    expect(read(iconv.encode(text, 'gb18030'))).toEqual({ encoding: 'GB18030', lines });
  });

  test('is read from the first sheet of a workbook: shared, inline and numbers, without reading aids', () => {
    const table = [
      ['编号', '单位', '席位'],
      ['G-1', '甲 & 乙 <公司>', 3],
      ['', '', ''],
      ['G-2', '', 101],
    ];
    expect(read(workbook(table))).toEqual({
      encoding: 'XLSX',
      lines: [
        { row: 1, cells: ['编号', '单位', '席位'] },
        { row: 2, cells: ['G-1', '甲 & 乙 <公司>', '3'] },
        { row: 4, cells: ['G-2', '', '101'] },
      ],
    });
  });

  test('shows days and percentages of a workbook as its cells do, and numbers without their traces', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;-&quot;m&quot;-&quot;d"/><numFmt numFmtId="177" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="177"/><xf numFmtId="49"/></cellXfs></styleSheet>';
    const cell = (at: number, style: number, value: string) =>
      `<c r="${String.fromCharCode(65 + at)}1" s="${style}"><v>${value}</v></c>`;
    const values = [
      [0, '41446'],
      [1, '41446.5'],
      [2, '41446'],
      [3, '0.86'],
      [4, '0.28999999999999998'],
      [5, '0.30000000000000004'],
      [0, '913308020000000000'],
      [1, '-7'],
    ] as const;
    const line = `<row r="1">${values.map(([style, value], at) => cell(at, style, value)).join('')}</row>`;
    const parts = { others: { 'xl/styles.xml': styles } };
    expect(cells(book(line, parts))).toEqual([
      ['41446', '2013-06-21', '2013-06-21', '86%', '29%', '0.3', '913308020000000000', '-7'],
    ]);
    const early = {
      others: {
        ...parts.others,
        'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheet r:id="a"/></workbook>',
      },
    };
    expect(cells(book(cellRow(cell(0, 1, '39984')), early))).toEqual([['2013-06-21']]);
  });

  test('is read where a program writes prefixes, absolute targets, and no addresses', () => {
    const content = archive({
      'xl/workbook.xml':
        '<x:workbook><x:sheets><x:sheet r:id="a"/><x:sheet r:id="b"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="b" Target="worksheets/other.xml"/><Relationship Id="a" Target="/xl/worksheets/first.xml"/></Relationships>',
      'xl/worksheets/first.xml':
        '<x:worksheet><x:sheetData><x:row><x:c t="str"><x:v>甲</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(cells(content)).toEqual([['甲', '2']]);
  });

  test('is read with any separator, in UTF-16 with and without its mark, and without what nobody sees', () => {
    const lines = [
      ['编号', '席位'],
      ['G-1', '3'],
    ];
    for (const separator of [',', ';', '\t', '|', '，']) {
      const text = `编号${separator}席位\r\n"G\u200B-1"${separator}3\u0000\r\n`;
      expect(cells(Buffer.from(text))).toEqual(lines);
      expect(cells(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(lines);
      expect(cells(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(lines);
    }
    const plain = 'number,seat\r\nG-1,3\r\n';
    expect(read(Buffer.from(plain, 'utf16le'))).toMatchObject({ encoding: 'UTF-16' });
    expect(cells(Buffer.from(plain, 'utf16le').swap16())).toEqual([
      ['number', 'seat'],
      ['G-1', '3'],
    ]);
  });

  test('counts a cell of several lines as one row, and empty lines as rows', () => {
    const content = Buffer.from('a,b\n1,"x\ny\nz"\n,\n\n2,w\n,,,\n');
    expect(read(content).lines).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', 'x\ny\nz'] },
      { row: 5, cells: ['2', 'w'] },
    ]);
  });

  test('of a million lines is read as far as somebody asked', () => {
    const content = Buffer.from(`a,b\n${'1,\n'.repeat(1_000_000)}`);
    const start = performance.now();
    expect(readTable(content, 5002).lines).toHaveLength(5002);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test.each([
    ['a workbook of the old kind', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'oldWorkbook'],
    [
      'a page of the web',
      Buffer.from('<html><table><tr><td>编号</td></tr></table></html>'),
      'markup',
    ],
    ['a text in no known encoding', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'encoding'],
  ] as const)('is refused by its real cause: %s', (_title, content, fault) => {
    expect(() => read(content)).toThrow(new UnreadableTable(1, fault));
  });

  test.each([
    ['a line with more cells than the head', Buffer.from('a,b\r\n1,2,3\r\n'), 2],
    ['an archive that is no workbook', smallOffice('docx'), 1],
    ['half a workbook', workbook([['a']]).subarray(0, 200), 1],
    [
      'a workbook whose sheet is no XML',
      archive({
        'xl/workbook.xml': '<workbook><sheet r:id="a"/></workbook>',
        'xl/_rels/workbook.xml.rels': '<R><Relationship Id="a" Target="worksheets/a.xml"/></R>',
        'xl/worksheets/a.xml': '<row><c',
      }),
      1,
    ],
    ...['/constructor', '/toString', '../xl/workbook.xml/'].map(
      (target) => [`a workbook whose sheet is at ${target}`, book('', { target }), 1] as const,
    ),
  ])('is refused: %s', (_title, content, row) => {
    expect(() => read(content)).toThrow(new UnreadableTable(row));
  });

  const row = (number: number, column: string) =>
    `<row r="${number}"><c r="${column}${number}"><v>1</v></c></row>`;
  const many = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at + 1)).join('');
  const megabytes = (count: number) => `<row/>${' '.repeat(count * 1_000_000)}`;

  test.each([
    ['a sheet of 40 MB', () => book(megabytes(40)), 1, 'large'],
    ['a sheet that states a small size', () => understated(), 1, 'large'],
    [
      'parts that only together are too large',
      () => book(megabytes(20), { shared: `<sst>${' '.repeat(20_000_000)}</sst>` }),
      1,
      'large',
    ],
    [
      'a long text that ten thousand cells share',
      () =>
        book(
          many(10_000, (at) => `<row r="${at}"><c t="s"><v>0</v></c></row>`),
          { shared: `<sst><si><t>${"'".repeat(1_000_000)}</t></si></sst>` },
        ),
      13,
      'large',
    ],
    [
      '150,000 lines with one cell far to the right',
      () => book(many(150_000, (at) => row(at, 'GR'))),
      1,
      'wide',
    ],
    [
      'a line with 700,000 attributes',
      () => book(`<row ${many(700_000, (at) => `a${at}="" `)}/>`),
      1,
      'large',
    ],
    ['a cell right of the last column', () => book(row(1, 'AX') + row(2, 'AY')), 2, 'wide'],
  ] as const)('is refused within a second: %s', (_title, make, at, fault) => {
    const content = make();
    const start = performance.now();
    expect(() => read(content)).toThrow(new UnreadableTable(at, fault));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('is read as far as somebody asked, whatever follows; empty lines and other sheets cost nothing', () => {
    const others = Object.fromEntries(
      [2, 3].map((at) => [`xl/worksheets/sheet${at}.xml`, ' '.repeat(40_000_000)]),
    );
    const long = book(`<row r="7"/>${many(80_000, (at) => row(at + 7, 'B'))}`, { others });
    const text = Buffer.from('a,b\n'.repeat(90_000));
    const start = performance.now();
    expect(readTable(long, 3).lines).toEqual(
      [8, 9, 10].map((at) => ({ row: at, cells: ['', '1'] })),
    );
    expect(readTable(text, 3).lines).toHaveLength(3);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

function cellRow(cell: string): string {
  return `<row r="1">${cell}</row>`;
}

/** A workbook of one sheet: its XML, or the bytes of its part. */
function book(
  rows: string | Buffer,
  {
    target = 'worksheets/a.xml',
    shared = '<sst/>',
    others = {},
  }: { target?: string; shared?: string; others?: Readonly<Record<string, string>> } = {},
): Buffer {
  return archive({
    'xl/workbook.xml': '<workbook><sheet r:id="a"/></workbook>',
    'xl/_rels/workbook.xml.rels': `<R><Relationship Id="a" Target="${target}"/></R>`,
    'xl/sharedStrings.xml': shared,
    'xl/worksheets/a.xml': typeof rows === 'string' ? `<worksheet>${rows}</worksheet>` : rows,
    ...others,
  });
}

/** A workbook whose sheet states a small size and unpacks to a gigabyte of zeros. */
function understated(): Buffer {
  const megabyte = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const sheet = Buffer.concat([...Array<Buffer>(1000).fill(megabyte), deflateRawSync('')]);
  const content = book(sheet);
  // Stored as it is, and then called packed.
  const listed = content.lastIndexOf('xl/worksheets/a.xml') - 46;
  content.writeUInt16LE(8, listed + 10);
  return content;
}
