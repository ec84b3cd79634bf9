import type { Database } from '../database/database.js';
import { quotedList } from '../database/quoted-list.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { lockIn } from '../rules/lifecycle/record-states.js';

export type StandingAct = 'compute' | 'confirm' | 'witness';

/** The standings of one category, and what they wait for. */
export interface StandingAtWork {
  readonly categoryId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly act: StandingAct;
  /** Who computed them: another confirms. */
  readonly firstBy: string | null;
}

interface Row extends Omit<StandingAtWork, 'act'> {
  readonly proposed: number;
  readonly locked: number;
  readonly voted: number;
  readonly secondBy: string | null;
}

/** Each category goes its own way to the lock: it is computed, confirmed and witnessed, whatever the others wait for. */
export async function standingsAtWork(
  database: Database,
  programmeId: string,
): Promise<readonly StandingAtWork[]> {
  const rows = await database.rows<Row>(
    `SELECT c.id AS category_id, c.name_zh, c.name_en, l.first_by, l.second_by,
       CASE WHEN l.state IN (${quotedList(lockIn.proposed)}) THEN 1 ELSE 0 END AS proposed,
       CASE WHEN l.state IN (${quotedList(lockIn.locked)}) THEN 1 ELSE 0 END AS locked,
       CASE WHEN EXISTS (SELECT 1 FROM ballot b WHERE b.category_id = c.id AND b.recorded_at > l.first_at)
         THEN 1 ELSE 0 END AS voted
     FROM category c JOIN programme p ON p.id = c.programme_id
     LEFT JOIN standing_lock l ON l.category_id = c.id
       AND l.number = (SELECT MAX(o.number) FROM standing_lock o WHERE o.category_id = c.id)
     WHERE c.programme_id = ? AND p.state IN (${quotedList(programmeIn.standingsOpen)})
       AND EXISTS (SELECT 1 FROM application a WHERE a.category_id = c.id
         AND (a.state IN (${quotedList(applicationIn.inReview)})
           OR a.state IN (${quotedList(applicationIn.scoreLocked)})))
     ORDER BY c.position, c.id`,
    [programmeId],
  );
  return rows.flatMap(({ proposed, locked, voted, secondBy, ...named }) => {
    if (locked && !voted) return [];
    const act: StandingAct = !proposed ? 'compute' : secondBy ? 'witness' : 'confirm';
    return [{ ...named, act }];
  });
}
