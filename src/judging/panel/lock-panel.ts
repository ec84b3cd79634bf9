import type { Database } from '../../database/database.js';
import { Category } from '../../programmes/category.entity.js';
import { loadProgramme, requireRunning } from '../../programmes/load-programme.js';

/** Changes of one panel happen one after another: the programme is held, then the category. */
export async function holdPanel(database: Database, categoryId: string): Promise<Category> {
  const where = { id: categoryId };
  const select = { id: true, programmeId: true };
  const { programmeId } = await database.repo(Category).findOneOrFail({ where, select });
  await loadProgramme(database, programmeId);
  return database.lock(Category, categoryId);
}

/** The same while the programme runs. */
export async function lockPanel(database: Database, categoryId: string): Promise<Category> {
  const category = await holdPanel(database, categoryId);
  await requireRunning(database, category.programmeId);
  return category;
}
