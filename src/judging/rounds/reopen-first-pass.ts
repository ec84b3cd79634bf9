import { anyOf } from '../../database/any-of.js';
import type { Database } from '../../database/database.js';
import { SpreadFinding } from './spread-finding.entity.js';

/**
 * Forgets what was found about applications whose first pass begins again, because a sheet of it fell
 * or another judge has to score. It is found anew when that is signed; nothing moves for the others.
 */
export async function reopenFirstPass(
  database: Database,
  roundId: string,
  applications: readonly { readonly applicationId: string }[],
): Promise<void> {
  const ids = [...new Set(applications.map(({ applicationId }) => applicationId))];
  await database.repo(SpreadFinding).delete({ roundId, applicationId: anyOf(ids) });
}
