import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { makeDataSource, sqliteFile } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';

export interface TestDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  remove(): Promise<void>;
}

export type Engine = 'sqlite' | 'postgres';

/**
 * A migrated, empty database of its own: a copy of a template file, or on PostgreSQL (DATABASE_URL)
 * a database made from a template database. Migrating happens once per run, not once per test.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL;
  return server ? postgresCopy(server) : sqliteCopy();
}

/** A database without a table, for what comes before the newest schema. */
export async function makeEmptyDatabase(engine?: Engine): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL;
  if (engine === 'sqlite' || (!engine && !server)) return sqlitePlace();
  if (!server) throw new Error('DATABASE_URL names no PostgreSQL server');
  const place = postgresPlace(server);
  await withAdmin(server, (admin) => admin.query(`CREATE DATABASE ${place.name}`));
  return place;
}

async function sqliteCopy(): Promise<TestDatabase> {
  const template = join(tmpdir(), 'template');
  if (!existsSync(template)) {
    const making = mkdtempSync(join(tmpdir(), 'making-'));
    await migrate({ databaseUrl: null, dataDir: making });
    try {
      renameSync(making, template);
    } catch {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const place = sqlitePlace();
  copyFileSync(sqliteFile(template), sqliteFile(place.dataDir));
  return place;
}

async function postgresCopy(server: string): Promise<TestDatabase> {
  const place = postgresPlace(server);
  const template = databaseName('template');
  await withAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(20130621)');
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 0) {
      await admin.query(`CREATE DATABASE ${template}_making`);
      const databaseUrl = named(server, `${template}_making`);
      await migrate({ databaseUrl, dataDir: place.dataDir });
      await admin.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
    }
    await admin.query(`CREATE DATABASE ${place.name} TEMPLATE ${template} ${await asFiles(admin)}`);
    await admin.query('SELECT pg_advisory_unlock(20130621)');
  });
  return place;
}

/** Block by block through the log, as PostgreSQL 15 and later do by themselves, takes twice as long. */
async function asFiles(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  return rows[0]!.version >= 150_000 ? 'STRATEGY FILE_COPY' : '';
}

function sqlitePlace(): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'data-'));
  return {
    databaseUrl: null,
    dataDir,
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

function postgresPlace(server: string): TestDatabase & { readonly name: string } {
  const { dataDir, remove } = sqlitePlace();
  const name = databaseName(randomBytes(6).toString('hex'));
  return {
    name,
    databaseUrl: named(server, name),
    dataDir,
    remove: async () => {
      await remove();
      await withAdmin(server, (admin) =>
        admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}

/** Named after the run, as its folder is, so that its teardown finds what a spec forgot. */
function databaseName(own: string): string {
  return `${basename(tmpdir()).replaceAll('-', '_').toLowerCase()}_${own}`;
}

async function migrate(place: { databaseUrl: string | null; dataDir: string }): Promise<void> {
  const source = makeDataSource(place, entities, migrations);
  await source.initialize();
  await source.runMigrations();
  if (!place.databaseUrl) await source.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await source.destroy();
}

async function withAdmin(
  server: string,
  work: (admin: pg.Client) => Promise<unknown>,
): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function named(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
