import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { projectRoot } from '../../src/config/project-root.js';
import { makeDataSource, sqliteFile } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';

export interface TestDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  remove(): Promise<void>;
}

/** Whatever a migration is made of: while one is being written, the old template is another's. */
const sources = join(projectRoot, 'migrations');
const shape = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .reduce((hash, name) => hash.update(readFileSync(join(sources, name))), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

/**
 * A migrated, empty database of its own: a copy of a template file, or on PostgreSQL (DATABASE_URL)
 * a database made from a template database. Migrating happens once per shape, not once per test.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-test-'));
  const server = process.env.DATABASE_URL;
  return server ? postgresCopy(server, dataDir) : sqliteCopy(dataDir);
}

/** A database without a table, for what comes before the newest schema. */
export async function makeEmptyDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-test-'));
  const server = process.env.DATABASE_URL;
  if (!server) return sqlitePlace(dataDir);
  const name = newName();
  await withAdmin(server, (admin) => admin.query(`CREATE DATABASE ${name}`));
  return postgresPlace(server, name, dataDir);
}

async function sqliteCopy(dataDir: string): Promise<TestDatabase> {
  const template = join(tmpdir(), `biaogan-template-${shape}`);
  if (!existsSync(template)) {
    const making = mkdtempSync(join(tmpdir(), 'biaogan-making-'));
    await migrate({ databaseUrl: null, dataDir: making });
    try {
      renameSync(making, template);
    } catch {
      rmSync(making, { recursive: true, force: true });
    }
  }
  mkdirSync(dataDir, { recursive: true });
  copyFileSync(sqliteFile(template), sqliteFile(dataDir));
  return sqlitePlace(dataDir);
}

function sqlitePlace(dataDir: string): TestDatabase {
  return {
    databaseUrl: null,
    dataDir,
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function postgresCopy(server: string, dataDir: string): Promise<TestDatabase> {
  const name = newName();
  const template = `biaogan_template_${shape}`;
  await withAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(20130621)');
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 0) {
      await admin.query(`CREATE DATABASE ${template}_making`);
      await migrate({ databaseUrl: named(server, `${template}_making`), dataDir });
      await admin.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await admin.query('SELECT pg_advisory_unlock(20130621)');
  });
  return postgresPlace(server, name, dataDir);
}

function newName(): string {
  return `biaogan_test_${randomBytes(6).toString('hex')}`;
}

function postgresPlace(server: string, name: string, dataDir: string): TestDatabase {
  return {
    databaseUrl: named(server, name),
    dataDir,
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      await withAdmin(server, (admin) =>
        admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
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
