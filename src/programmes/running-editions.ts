import { quotedList } from '../database/quoted-list.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

const RUNS = `state NOT IN (${quotedList(programmeIn.idle)})`;

/** SQL: the column names an edition that runs. One may begin before the last one has ended. */
export function ofRunning(column: string): string {
  return `${column} IN (SELECT id FROM programme WHERE ${RUNS})`;
}

/** SQL: what the edition is called where more than one runs, so that rows of both can be told apart; else null. */
export function editionAmongSeveral(column: string): string {
  return `(SELECT o.name FROM programme o WHERE o.id = ${column}
           AND (SELECT COUNT(*) FROM programme WHERE ${RUNS}) > 1)`;
}
