import type { Database } from '../database/database.js';
import { quotedList } from '../database/quoted-list.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';

/** A round whose turn has come with that of another category, and that nobody has opened. */
export interface RoundToOpen {
  readonly roundId: string;
  readonly kind: 'material' | 'defence';
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The first round of its kind moves the programme on; the others are opened one by one. */
export function roundsToOpen(
  database: Database,
  programmeId: string,
): Promise<readonly RoundToOpen[]> {
  return database.rows<RoundToOpen>(
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
