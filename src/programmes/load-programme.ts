import type { Database } from '../database/database.js';
import { conflict, overtaken } from '../rules/refusal.js';
import { Programme } from './programme.entity.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

/** The programme, held: as another person may just have changed it, and as nobody will now. */
export function loadProgramme(database: Database, id: string): Promise<Programme> {
  return database.lock(Programme, id);
}

/** The programme while it can still be set up, at the version the person saw. */
export async function loadInPreparation(
  database: Database,
  id: string,
  version?: number,
): Promise<Programme> {
  const programme = await loadProgramme(database, id);
  if (!programmeIn.preparing.has(programme.state))
    throw overtaken('programmes.refused.announced', 'programme', programme.state);
  if (version !== undefined && programme.version !== version) throw conflict();
  return programme;
}

/** The programme while anything about it may still change: not terminated, not archived. */
export async function requireRunning(database: Database, id: string): Promise<Programme> {
  const programme = await loadProgramme(database, id);
  if (programmeIn.over.has(programme.state))
    throw overtaken('programmes.refused.over', 'programme', programme.state);
  return programme;
}
