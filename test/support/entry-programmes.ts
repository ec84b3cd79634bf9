import type { TestApp } from './test-app.js';

/** Subjects whose rows lie in a table of another name. */
const TABLES: Readonly<Record<string, string>> = { list: 'award_list', standings: 'standing_lock' };

interface Entry {
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly programmeId: string | null;
}

/** Each entry after `last` about a row of a programme names that programme, or its page would not list it. */
export async function wrongProgrammes({ database }: TestApp, last: number): Promise<string[]> {
  const entries = await database.rows<Entry>(
    `SELECT event, subject_type, subject_id, programme_id FROM journal_entry WHERE sequence > ?
     ORDER BY sequence`,
    [last],
  );
  const faults: string[] = [];
  for (const { event, subjectType, subjectId, programmeId } of entries) {
    const name = TABLES[subjectType] ?? snakeCase(subjectType);
    const table = database.dataSource.entityMetadatas.find(({ tableName }) => tableName === name);
    if (!table) continue;
    const own = subjectType === 'programme' ? 'id' : 'programme_id';
    if (!table.columns.some(({ databaseName }) => databaseName === own)) continue;
    const row = await database.row<{ programme: string | null }>(
      `SELECT ${own} AS programme FROM ${table.tableName} WHERE id = ?`,
      [subjectId],
    );
    if (row && row.programme !== programmeId) faults.push(`${event} names another programme`);
  }
  return faults;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
