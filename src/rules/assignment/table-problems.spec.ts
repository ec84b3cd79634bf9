import { describe, expect, test } from '@jest/globals';
import { tableRound, tableRow } from '../../../test/support/table-round.js';
import { readAssignmentTable } from './assignment-table.js';
import type { RoundFacts } from './round-problem.js';
import type { TableRow } from './table-row.js';

const complete = [
  tableRow('G-a', '1', 2),
  tableRow('G-a', '2', 3),
  tableRow('G-b', '1', 4),
  tableRow('G-b', '4', 5),
];
const read = (rows: readonly TableRow[], more: Partial<RoundFacts> = {}) =>
  readAssignmentTable(tableRound(3, more), rows, 2);
const code = (kind: string) => `assignment.import.problem.${kind}`;

describe('what is wrong in a table of assignments', () => {
  test('stands with what was typed, the first sixty characters of it', () => {
    const long = 'x'.repeat(61);
    expect(read([...complete, tableRow('', '1', 6), tableRow(long, '77', 7)]).problems).toEqual([
      { row: 6, column: 'number', code: code('empty'), variables: { typed: '', known: '' } },
      {
        row: 7,
        column: 'number',
        code: code('application'),
        variables: { typed: 'x'.repeat(60), known: '' },
      },
      { row: 7, column: 'seat', code: code('seat'), variables: { typed: '77', known: '' } },
    ]);
  });

  test('names the judge who is known, whatever the letters and blanks of the one typed', () => {
    const rows = [
      ...complete.slice(1),
      tableRow(' ｇ-A', '１ ', 6, { merchant: ' 商户a ', judge: '某' }),
    ];
    expect(read(rows).problems).toEqual([
      {
        row: 3,
        column: 'number',
        code: code('count'),
        variables: { number: 'G-a', seat: 0, judge: '', count: 1, perApplication: 2 },
      },
      {
        row: 6,
        column: 'judge',
        code: code('judge'),
        variables: { typed: '某', known: '评委1' },
      },
    ]);
  });

  test('says which line said it before', () => {
    expect(read([...complete, tableRow('G-b', '4', 9)]).problems).toEqual([
      { row: 9, column: 'seat', code: code('repeated'), variables: { before: 5 } },
    ]);
  });

  test.each<[string, Partial<RoundFacts>]>([
    [
      'undeclared',
      { seats: tableRound(3).facts.seats.map((one) => ({ ...one, declared: one.id !== 's4' })) },
    ],
    ['recused', { sheets: [{ seatId: 's4', applicationId: 'b', begun: true, voided: true }] }],
    ['conflict', { barred: [{ seatId: 's4', applicationId: 'b' }] }],
  ])('is a judge who may not, %s, by name and number', (kind, more) => {
    expect(read(complete, more).problems).toEqual([
      {
        row: 5,
        column: 'seat',
        code: code(kind),
        variables: { number: 'G-b', seat: 4, judge: '评委4' },
      },
    ]);
  });

  test('is nothing that another pair, or a sheet that stands, has', () => {
    const more = {
      barred: [{ seatId: 's4', applicationId: 'a' }],
      sheets: [
        { seatId: 's2', applicationId: 'b', begun: true, voided: true },
        { seatId: 's4', applicationId: 'b', begun: true, voided: false },
      ],
    };
    expect(read(complete, more).problems).toEqual([]);
  });

  test('is a sheet begun that the table leaves out, with its judge', () => {
    const sheets = [{ seatId: 's2', applicationId: 'b', begun: true, voided: false }];
    expect(read(complete, { sheets }).problems).toEqual([
      {
        row: 4,
        column: 'seat',
        code: code('begun'),
        variables: { number: 'G-b', seat: 2, judge: '评委2' },
      },
    ]);
  });

  test('is an application that stays as it is, and one that has no line comes last', () => {
    const sheets = [1, 2, 4].map((number) => ({
      seatId: `s${number}`,
      applicationId: 'a',
      begun: true,
      voided: false,
    }));
    expect(read(complete.slice(2), { sheets }).problems).toEqual([
      {
        row: null,
        column: 'number',
        code: code('settled'),
        variables: { number: 'G-a', seat: 0, judge: '' },
      },
    ]);
    expect(read([tableRow('G-a', '1', 2), tableRow('G-a', '2', 3)], { sheets }).problems).toEqual([
      expect.objectContaining({ row: 2, code: code('settled') }),
      expect.objectContaining({ row: null, code: code('count') }),
    ]);
    const other = [1, 2, 3].map((number, at) => tableRow('G-a', String(number), at + 2));
    expect(read([...other, ...complete.slice(2)], { sheets }).problems).toHaveLength(1);
  });

  test('is a second judge of one organisation; those without one are nobody’s colleagues', () => {
    const rows = [tableRow('G-a', '1', 2), tableRow('G-a', '3', 3), ...complete.slice(2)];
    expect(read(rows).problems).toEqual([
      {
        row: 3,
        column: 'organisation',
        code: code('organisation'),
        variables: { number: 'G-a', seat: 3, judge: '评委3', organisation: '单位1' },
      },
    ]);
    const alone = tableRound(3).facts.seats.map((one) => ({ ...one, organisation: '' }));
    expect(read(rows, { seats: alone }).problems).toEqual([]);
  });

  test('stands in the order of the lines', () => {
    const rows = [
      tableRow('G-b', '4', 2),
      tableRow('G-b', '77', 3),
      tableRow('G-a', '1', 4),
      tableRow('G-a', '88', 5),
    ];
    expect(read(rows).problems.map((one) => one.row)).toEqual([2, 3, 4, 5]);
  });
});
