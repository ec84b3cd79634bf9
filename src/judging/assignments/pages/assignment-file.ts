import type { SeatOnApplication } from '../../../rules/rounds/sheet-assignment.js';
import { type Language, translate } from '../../../text/catalogue.js';
import { writeCsv } from '../../../text/csv.js';
import type { RoundState } from '../round-facts.js';
import { judgesOf } from './assignment-tables.js';

/** One line for each application and judge, in the order of the page. */
export function planCsv(
  { applications, seats }: RoundState,
  pairs: readonly SeatOnApplication[],
  lang: Language,
): string {
  const header = [
    'judging.sheet.number',
    'judging.sheet.merchant',
    'judging.panel.seat',
    'judging.expert.name',
    'judging.expert.organisation',
  ].map((key) => translate(lang, key));
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
