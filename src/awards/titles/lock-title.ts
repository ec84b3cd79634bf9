import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { missing } from '../../rules/refusal.js';
import { Title } from './title.entity.js';

/** The programme first: the end of a title is one of its notices. */
export async function lockTitle(database: Database, titleId: string): Promise<Title> {
  const where = { id: titleId };
  const select = { id: true, programmeId: true };
  const known = await database.repo(Title).findOne({ where, select });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  return database.lock(Title, titleId);
}

/** All of them, in one order; @throws Refusal when one of them is not there */
export async function lockTitles(database: Database, ids: readonly string[]): Promise<Title[]> {
  const chosen = new Set(ids);
  const titles = await database.lockAll(Title, [...chosen]);
  if (titles.length < chosen.size) throw missing();
  return titles;
}
