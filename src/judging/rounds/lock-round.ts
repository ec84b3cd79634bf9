import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { missing } from '../../rules/refusal.js';

/** Holds a round and, before it, its programme, whose step may come with the round's. */
export async function lockRound(database: Database, id: string): Promise<Round> {
  const known = await database
    .repo(Round)
    .findOne({ where: { id }, select: { id: true, programmeId: true } });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  return database.lock(Round, id);
}
