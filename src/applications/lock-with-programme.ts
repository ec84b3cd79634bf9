import type { Database } from '../database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { missing } from '../rules/refusal.js';
import { Application } from './application.entity.js';

/** Holds an application and, before it, its programme, so that no step of the programme comes between. */
export async function lockWithProgramme(database: Database, id: string): Promise<Application> {
  const where = { id };
  const known = await database.repo(Application).findOne({ where, select: { programmeId: true } });
  if (!known) throw missing();
  await database.lock(Programme, known.programmeId);
  return database.lock(Application, id);
}
