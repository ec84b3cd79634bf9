import type { Database } from '../database/database.js';
import { OWN_SHEETS } from '../judging/sheets/own-sheets.js';
import { quotedList } from '../database/quoted-list.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';

export interface RoundAtWork {
  readonly roundId: string;
  readonly kind: 'material' | 'defence';
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface UnsignedRound extends RoundAtWork {
  readonly count: number;
}

/** Whose turn has come with that of another category: the first of a kind moves the programme on, the others are opened one by one. */
export function roundsToOpen(
  database: Database,
  programmeId: string,
): Promise<readonly RoundAtWork[]> {
  return database.rows<RoundAtWork>(
    `SELECT r.id AS round_id, r.kind, c.name_zh, c.name_en
     FROM round r JOIN category c ON c.id = r.category_id JOIN programme p ON p.id = r.programme_id
     WHERE r.programme_id = ? AND r.state IN (${quotedList(roundIn.planned)})
       AND (r.kind = 'material' AND p.state IN (${quotedList(programmeIn.materialReview)})
         OR r.kind = 'defence' AND p.state IN (${quotedList(programmeIn.defence)}))
       AND EXISTS (SELECT 1 FROM application a WHERE a.category_id = r.category_id
         AND a.state IN (${quotedList(applicationIn.beforeJudges)}))
     ORDER BY c.position, r.id`,
    [programmeId],
  );
}

/** Open rounds with sheets that are not signed, each with how many. */
export function unsignedRounds(
  database: Database,
  programmeId: string,
): Promise<readonly UnsignedRound[]> {
  return database.rows<UnsignedRound>(
    `SELECT r.id AS round_id, r.kind, c.name_zh, c.name_en, COUNT(*) AS count
     FROM ${OWN_SHEETS} s JOIN round r ON r.id = s.round_id JOIN category c ON c.id = r.category_id
     JOIN application a ON a.id = s.application_id
     WHERE r.programme_id = ? AND r.state IN (${quotedList(roundIn.open)})
       AND s.state IN (${quotedList(sheetIn.open)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
     GROUP BY r.id, r.kind, c.name_zh, c.name_en, c.position ORDER BY c.position, r.kind DESC`,
    [programmeId],
  );
}
