import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import pg from 'pg';

/** Takes away what the run left: its folder of temporary files, and its databases on PostgreSQL. */
export default async function globalTeardown() {
  const folder = tmpdir();
  if (!basename(folder).startsWith('biaogan-test-'))
    throw new Error(`${folder} is not a run's own`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  if (process.env.DATABASE_URL) await dropDatabases(databasePrefix(folder));
}

/** @returns what the names of one run's databases begin with; lower case, as PostgreSQL folds names */
function databasePrefix(folder) {
  return `${basename(folder).replaceAll('-', '_').toLowerCase()}_`;
}

async function dropDatabases(prefix) {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  const { rows } = await admin.query(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await admin.end();
}
