import type { TestApp } from './test-app.js';

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
    const table = database.dataSource.entityMetadatas.find(
      ({ tableName }) =>
        tableName === subjectType.replace(/[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
    );
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
