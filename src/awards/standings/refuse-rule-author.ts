import type { Database } from '../../database/database.js';
import { refusePair } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';

/** Whoever changed the rules of a programme does not lock its rounds. The journal remembers every author. */
export async function refuseRuleAuthor(
  database: Database,
  { accountId }: Actor,
  programme: string,
): Promise<void> {
  const changes = await database.rows(
    `SELECT sequence FROM journal_entry WHERE programme_id = ? AND actor_id = ?
       AND event IN ('ruleVersion.add', 'ruleVersion.edit') LIMIT 1`,
    [programme, accountId],
  );
  const authored = changes.map(() => ({ name: 'RuleChangeAuthor', programme }) as const);
  refusePair(authored, { name: 'RoundLocker', programme });
}
