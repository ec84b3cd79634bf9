import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import { sqliteFile } from '../../src/database/data-source.js';
import { tablesOf } from './fingerprint.js';
import type { TestApp } from './test-app.js';

/**
 * Keeps a copy of all rows and of the clock, so that each case of a file starts from the same state
 * at the price of a few milliseconds. People stay signed in; stored files stay on the disk.
 */
export async function saveState(app: TestApp): Promise<{ restore(): Promise<void> }> {
  const tables = tablesOf(app);
  const offset = app.clock.offsetMilliseconds;
  const restoring = [
    ...tables.toReversed().map((table) => `DELETE FROM ${table}`),
    ...tables.map((table) => `INSERT INTO ${table} SELECT * FROM saved.${table}`),
  ];
  const restoreRows = app.place.databaseUrl
    ? await savePostgres(app.place.databaseUrl, tables, restoring)
    : saveSqlite(app, restoring);
  return {
    restore: async () => {
      await restoreRows();
      app.clock.moveBy(offset);
    },
  };
}

let copies = 0;

/** One connection with its statements ready; what was consistent when it was saved needs no keys compared. */
function saveSqlite(app: TestApp, restoring: readonly string[]): () => Promise<void> {
  const { dataDir } = app.place;
  const copy = join(dataDir, `saved-${(copies += 1)}.sqlite`);
  const saving = new SqliteDatabase(sqliteFile(dataDir));
  saving.prepare('VACUUM INTO ?').run(copy);
  saving.close();
  const file = new SqliteDatabase(sqliteFile(dataDir), { timeout: 5000 });
  app.beforeStop(() => file.close());
  file.pragma('foreign_keys = OFF');
  file.prepare('ATTACH ? AS saved').run(copy);
  const statements = restoring.map((sql) =>
    file.prepare(sql.replace(/^(DELETE FROM|INSERT INTO) /, '$1 main.')),
  );
  const restore = file.transaction(() => statements.forEach((statement) => statement.run()));
  return async () => restore.immediate();
}

async function savePostgres(
  connectionString: string,
  tables: readonly string[],
  restoring: readonly string[],
): Promise<() => Promise<void>> {
  const run = async (statements: readonly string[]) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      await client.query(['BEGIN', ...statements, 'COMMIT'].join('; '));
    } finally {
      await client.end();
    }
  };
  await run([
    'DROP SCHEMA IF EXISTS saved CASCADE',
    'CREATE SCHEMA saved',
    ...tables.map((table) => `CREATE TABLE saved.${table} AS TABLE ${table}`),
  ]);
  return () => run(restoring);
}
