import { TABLE_COLUMNS } from '../../../rules/assignment/table-row.js';
import type { SeatOnApplication } from '../../../rules/rounds/sheet-assignment.js';
import { type Language, translate } from '../../../text/catalogue.js';
import { writeCsv } from '../../../text/csv.js';
import type { RoundState } from '../round-facts.js';
import { COLUMN_LABELS } from '../read-assignment-file.js';
import { judgesOf } from './assignment-tables.js';

/** One line for each application and judge, in the order of the page. */
export function planCsv(
  { applications, seats }: RoundState,
  pairs: readonly SeatOnApplication[],
  lang: Language,
): string {
  const header = TABLE_COLUMNS.map((column) => translate(lang, COLUMN_LABELS[column]));
  return writeCsv(
    header,
    applications.flatMap(({ id, number, name }) =>
      judgesOf(seats, pairs, id).map((seat) => [
        number,
        name,
        seat.number,
        seat.name,
        seat.organisation,
      ]),
    ),
  );
}
