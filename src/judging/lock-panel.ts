import type { Database } from '../database/database.js';

/** Changes of one panel happen one after another: the category's row is taken first. */
export async function lockPanel(database: Database, categoryId: string): Promise<void> {
  await database.execute('UPDATE category SET position = position WHERE id = ?', [categoryId]);
}
