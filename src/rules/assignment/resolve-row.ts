import type { SeatOnApplication } from '../rounds/sheet-assignment.js';
import type { NamedRound, TableColumn, TableProblem, TableRow } from './table-row.js';

/** Which seat and application a line means, or what is wrong in which of its cells. */
export function resolveRow(
  { applications, seats }: NamedRound,
  row: TableRow,
): SeatOnApplication | { readonly problems: readonly TableProblem[] } {
  const problems: TableProblem[] = [];
  const wrong = (column: TableColumn, kind: string, known = '') => {
    const variables = { typed: row[column].slice(0, 60), known };
    problems.push({
      row: row.row,
      column,
      code: `assignment.import.problem.${kind}`,
      variables,
    });
  };
  const number = plain(row.number);
  const application = applications.find((one) => plain(one.number) === number);
  if (!number) wrong('number', 'empty');
  else if (!application) wrong('number', 'application');
  else if (differs(row.merchant, application.name)) wrong('merchant', 'merchant', application.name);
  const seat = seats.find((one) => String(one.number) === plain(row.seat));
  if (!plain(row.seat)) wrong('seat', 'empty');
  else if (!seat) wrong('seat', 'seat');
  else if (differs(row.judge, seat.name)) wrong('judge', 'judge', seat.name);
  return problems.length || !application || !seat
    ? { problems }
    : { seatId: seat.id, applicationId: application.id };
}

/** A table without names says nothing about them. */
function differs(typed: string, known: string): boolean {
  return plain(typed) !== '' && plain(typed) !== plain(known);
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
