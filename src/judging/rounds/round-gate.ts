import type { Database } from '../../database/database.js';
import { Round } from '../../programmes/round.entity.js';
import { Refusal, missing } from '../../rules/refusal.js';

/**
 * Holds a round open until the end of the transaction: whoever locks it waits, and whoever comes
 * after the lock is refused, so that signing and locking have one order.
 */
export async function holdOpen(database: Database, roundId: string): Promise<Round> {
  const round = await database.repo(Round).findOne({
    where: { id: roundId },
    // SQLite writes one transaction at a time anyway and knows no row locks.
    ...(database.engine === 'postgres' ? { lock: { mode: 'pessimistic_read' } as const } : {}),
  });
  if (!round) throw missing();
  if (round.state !== 'Open') throw new Refusal('judging.round.notOpen', {}, null, 'conflict');
  return round;
}
