import type { Database } from '../database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { Application } from './application.entity.js';

/**
 * Holds an application while its programme is shared: merchants do not wait for one another, and an act
 * of the office, which locks the programme, comes before or after.
 */
export async function shareWithProgramme(
  database: Database,
  { id, programmeId }: Pick<Application, 'id' | 'programmeId'>,
): Promise<Application> {
  await database.share(Programme, programmeId);
  return database.lock(Application, id);
}
