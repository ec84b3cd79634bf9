import type { Database } from '../../database/database.js';
import { Round } from '../../programmes/round.entity.js';
import { overtaken } from '../../rules/refusal.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

/**
 * Holds a round open until the end of the transaction: whoever locks it waits, and whoever comes
 * after the lock is refused, so that signing and locking have one order.
 */
export async function holdOpen(database: Database, roundId: string): Promise<Round> {
  const round = await database.lock(Round, roundId);
  if (!roundIn.open.has(round.state))
    throw overtaken('judging.round.notOpen', 'round', round.state);
  return round;
}
