import type { Database } from '../../database/database.js';
import { Category } from '../../programmes/category.entity.js';
import { loadProgramme, requireRunning } from '../../programmes/load-programme.js';
import { missing } from '../../rules/refusal.js';

/** Changes of one panel happen one after another: the programme is held, then the category. */
export async function holdPanel(database: Database, categoryId: string): Promise<Category> {
  const where = { id: categoryId };
  const known = await database
    .repo(Category)
    .findOne({ where, select: { id: true, programmeId: true } });
  if (!known) throw missing();
  await loadProgramme(database, known.programmeId);
  return database.lock(Category, categoryId);
}

/** The same while the programme runs. */
export async function lockPanel(database: Database, categoryId: string): Promise<Category> {
  const category = await holdPanel(database, categoryId);
  await requireRunning(database, category.programmeId);
  return category;
}
