import type { Database } from '../../database/database.js';
import { requireRunning } from '../../programmes/load-programme.js';
import { Category } from '../../programmes/category.entity.js';

/** Changes of one panel happen one after another: the category's row is taken first. */
export async function lockPanel(database: Database, categoryId: string): Promise<void> {
  const { programmeId } = await database.lock(Category, categoryId);
  await requireRunning(database, programmeId);
}
