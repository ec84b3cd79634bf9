import type { Database } from '../database/database.js';
import { LegalBasis } from './legal-basis.entity.js';

/** The basis recorded last, approved or not; its programme is held by the caller. */
export async function lastBasis(
  database: Database,
  programmeId: string,
): Promise<LegalBasis | null> {
  const [last] = await database
    .repo(LegalBasis)
    .find({ where: { programmeId }, order: { number: 'DESC' }, take: 1 });
  return last ?? null;
}
