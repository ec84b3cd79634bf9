import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { Round } from '../../programmes/round.entity.js';
import { missing } from '../../rules/refusal.js';

/** Holds a round and, before it, its programme, whose step may come with the round's. */
export async function lockRound(database: Database, id: string): Promise<Round> {
  const known = await database
    .repo(Round)
    .findOne({ where: { id }, select: { programmeId: true } });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  return database.lock(Round, id);
}

/** The same with the other rounds of its category, in which a judge who leaves has sheets too. */
export async function lockRoundAndOthers(database: Database, id: string): Promise<void> {
  const where = { id };
  const select = { id: true, programmeId: true, categoryId: true };
  const known = await database.repo(Round).findOne({ where, select });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  await lockRounds(database, { categoryId: known.categoryId });
}
