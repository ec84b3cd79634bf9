import { describe, expect, test } from '@jest/globals';
import { tableRound, tableRow } from '../../../test/support/table-round.js';
import { readAssignmentTable } from './assignment-table.js';
import type { NamedRound, TableRow } from './table-row.js';

const round = (more: Partial<NamedRound['facts']> = {}) => tableRound(4, more);
const rows = (...lines: readonly (readonly [string, string, Partial<TableRow>?])[]): TableRow[] =>
  lines.map(([number, seatNumber, more], at) => tableRow(number, seatNumber, at + 2, more));
const sheet = (seatNumber: number, applicationId: string, begun: boolean, voided = false) => ({
  seatId: `s${seatNumber}`,
  applicationId,
  begun,
  voided,
});
const full = rows(['G-a', '1'], ['G-a', '2'], ['G-b', '1'], ['G-b', '101']);
const wrong = (of: NamedRound, table: readonly TableRow[], perApplication = 2) =>
  readAssignmentTable(of, table, perApplication).problems.map(
    ({ row, column, code }) => [row, column, code.split('.').at(-1)] as const,
  );

describe('a table of assignments', () => {
  test('is taken whole when every application has its judges, an alternate among them', () => {
    expect(readAssignmentTable(round(), full, 2)).toEqual({
      problems: [],
      pairs: [
        { seatId: 's1', applicationId: 'a' },
        { seatId: 's2', applicationId: 'a' },
        { seatId: 's1', applicationId: 'b' },
        { seatId: 's101', applicationId: 'b' },
      ],
    });
  });

  test('is read as people type: full-width digits, blanks, small letters, names beside', () => {
    const typed = rows(['ｇ-A ', ' １', { merchant: '商户a', judge: '评委1' }], ['G-a', '2']);
    expect(wrong(round(), [...typed, ...full.slice(2)])).toEqual([]);
  });

  test('names every cell that is empty, unknown, or belongs to somebody else, all at once', () => {
    const table = rows(
      ['', ''],
      ['G-x', '9'],
      ['G-a', '1', { merchant: '商户b', judge: '评委2' }],
      ['G-b', '1'],
      ['G-b', '1'],
    );
    expect(wrong(round(), table)).toEqual([
      [2, 'number', 'empty'],
      [2, 'seat', 'empty'],
      [3, 'number', 'application'],
      [3, 'seat', 'seat'],
      [4, 'merchant', 'merchant'],
      [4, 'judge', 'judge'],
      [5, 'number', 'count'],
      [6, 'seat', 'repeated'],
      [null, 'number', 'count'],
    ]);
  });

  test('says which name is known where another was typed', () => {
    const table = rows(
      ['G-a', '1', { merchant: '商户b' }],
      ['G-a', '2'],
      ['G-b', '1'],
      ['G-b', '2'],
    );
    expect(readAssignmentTable(round(), table, 2).problems[0]).toEqual({
      row: 2,
      column: 'merchant',
      code: 'assignment.import.problem.merchant',
      variables: { typed: '商户b', known: '商户a' },
    });
  });

  test('refuses a relation, a judge taken off the application, and one who has not declared', () => {
    const facts = {
      barred: [{ seatId: 's1', applicationId: 'a' }],
      sheets: [sheet(2, 'a', true, true)],
      seats: round().facts.seats.map((one) =>
        one.number === 101 ? { ...one, declared: false } : one,
      ),
    };
    expect(wrong(round(facts), full)).toEqual([
      [2, 'seat', 'conflict'],
      [3, 'seat', 'recused'],
      [5, 'seat', 'undeclared'],
    ]);
  });

  test('refuses two judges of one organisation, and too many or too few judges', () => {
    const table = rows(['G-a', '1'], ['G-a', '4'], ['G-b', '1'], ['G-b', '2'], ['G-b', '3']);
    expect(wrong(round(), table)).toEqual([
      [3, 'organisation', 'organisation'],
      [4, 'number', 'count'],
    ]);
  });

  test('keeps begun sheets, and applications with more of them than wanted', () => {
    const begun = { sheets: [sheet(3, 'a', true), sheet(1, 'b', false)] };
    expect(wrong(round(begun), full)).toEqual([[2, 'seat', 'begun']]);
    const settled = { sheets: [1, 2, 3].map((number) => sheet(number, 'a', true)) };
    expect(wrong(round(settled), full)).toEqual([[2, 'number', 'settled']]);
    const kept = rows(['G-a', '1'], ['G-a', '2'], ['G-a', '3'], ['G-b', '1'], ['G-b', '101']);
    expect(wrong(round(settled), kept)).toEqual([]);
    const other = rows(['G-a', '1'], ['G-a', '2'], ['G-a', '4'], ['G-b', '1'], ['G-b', '101']);
    expect(wrong(round(settled), other)).toEqual([[2, 'number', 'settled']]);
  });
});
