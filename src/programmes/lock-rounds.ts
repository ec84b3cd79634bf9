import type { Database } from '../database/database.js';
import { Round } from './round.entity.js';

/**
 * Holds every round of a programme or a category, before the first entry of the journal: judges hold
 * theirs without the programme, and then wait for the head.
 */
export async function lockRounds(
  database: Database,
  where: { readonly programmeId: string } | { readonly categoryId: string },
): Promise<Round[]> {
  const known = await database.repo(Round).find({ where, select: { id: true } });
  return database.lockAll(
    Round,
    known.map(({ id }) => id),
  );
}
