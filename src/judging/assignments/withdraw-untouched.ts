import type { Database } from '../../database/database.js';
import { conflict } from '../../rules/refusal.js';
import type { SeatOnApplication } from '../../rules/rounds/sheet-assignment.js';
import { untouched } from './round-facts.js';

/**
 * Takes back sheets that nobody has opened. One that was opened since the preview stays, and with it
 * everything else: the decision is refused.
 */
export async function withdrawUntouched(
  database: Database,
  roundId: string,
  pairs: readonly SeatOnApplication[],
): Promise<void> {
  for (let at = 0; at < pairs.length; at += 200) {
    const part = pairs.slice(at, at + 200);
    const places = part.map(() => '(seat_id = ? AND application_id = ?)').join(' OR ');
    const gone = (await database.execute(
      `DELETE FROM score_sheet WHERE round_id = ? AND ${untouched} AND (${places})
       RETURNING id`,
      [roundId, ...part.flatMap(({ seatId, applicationId }) => [seatId, applicationId])],
    )) as unknown[] | [unknown[], number];
    const rows = Array.isArray(gone[0]) ? gone[0] : gone;
    if (rows.length !== part.length) throw conflict('assignment.round.stale');
  }
}
