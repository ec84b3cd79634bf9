import type { Database } from '../database/database.js';

/** Where a merged record points to, through as many merges as there were. */
export async function keptMerchant(database: Database, id: string): Promise<string> {
  const row = await database.row<{ mergedIntoId: string | null }>(
    'SELECT merged_into_id FROM merchant WHERE id = ?',
    [id],
  );
  return row?.mergedIntoId ? keptMerchant(database, row.mergedIntoId) : id;
}
