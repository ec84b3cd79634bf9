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
