import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { smallOffice } from '../../test/support/small-files.js';
import { archive, workbook } from '../../test/support/workbook.js';
import { readTable } from './read-table.js';
import { UnreadableTable } from './unreadable-table.js';

const cells = (content: Buffer) => readTable(content).lines.map(({ cells: found }) => found);

describe('a table', () => {
  test('is read from CSV with the line numbers of its rows, in either encoding', () => {
    const text = '编号,席位\r\n\r\nG-1,3\r\n';
    const lines = [
      { row: 1, cells: ['编号', '席位'] },
      { row: 3, cells: ['G-1', '3'] },
    ];
    expect(readTable(Buffer.from(`\uFEFF${text}`))).toEqual({ encoding: 'UTF-8', lines });
    expect(readTable(iconv.encode(text, 'gb18030'))).toEqual({ encoding: 'GB18030', lines });
  });

  test('is read from the first sheet of a workbook: shared, inline and numbers, without reading aids', () => {
    const table = [
      ['编号', '单位', '席位'],
      ['G-1', '甲 & 乙 <公司>', 3],
      ['', '', ''],
      ['G-2', '', 101],
    ];
    expect(readTable(workbook(table))).toEqual({
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
    [
      'a part that unpacks to more than any table',
      archive({
        'xl/workbook.xml': `<workbook>${' '.repeat(21_000_000)}</workbook>`,
      }),
      1,
    ],
  ])('is refused: %s', (_title, content, row) => {
    expect(() => readTable(content)).toThrow(new UnreadableTable(row));
  });
});
