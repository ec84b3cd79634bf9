import type { Database } from '../../database/database.js';
import { Category } from '../../programmes/category.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { conflict, missing } from '../../rules/refusal.js';
import { StandingLock } from './standing-lock.entity.js';

/** Holds a category and, before it, its programme: its standings have one order of steps. */
export async function lockStandings(database: Database, categoryId: string): Promise<void> {
  const known = await database
    .repo(Category)
    .findOne({ where: { id: categoryId }, select: { programmeId: true } });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  await database.lock(Category, categoryId);
}

/** The same for the category of a lock that somebody confirms, witnesses or reopens. */
export async function lockStandingsOf(database: Database, lockId: string): Promise<void> {
  const known = await database
    .repo(StandingLock)
    .findOne({ where: { id: lockId }, select: { categoryId: true } });
  if (!known) throw missing();
  await lockStandings(database, known.categoryId);
}

/**
 * Two people and a witness, one after the other. Whoever comes too late is told who was faster by
 * what the standings are now.
 */
export function requireWaiting(
  { state, secondBy }: Pick<StandingLock, 'state' | 'secondBy'>,
  step: 'confirmation' | 'witness',
): void {
  if (lockIn.superseded.has(state)) throw conflict('awards.lock.superseded');
  if (lockIn.locked.has(state)) throw conflict('awards.lock.lockedAlready');
  if (step === 'confirmation' && secondBy) throw conflict('awards.lock.confirmedAlready');
  if (step === 'witness' && !secondBy) throw conflict('awards.lock.notConfirmed');
}
