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
    ['a sheet of 19 MB', () => book(megabytes(19)), 1, 'large'],
    ['a sheet that states a small size', () => understated(), 1, 'large'],
    [
      'parts that only together are too large',
      () => book(megabytes(6), { shared: `<sst>${' '.repeat(6_000_000)}</sst>` }),
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
      6,
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
      [2, 3].map((at) => [`xl/worksheets/sheet${at}.xml`, ' '.repeat(19_000_000)]),
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
