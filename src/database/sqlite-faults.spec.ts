import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { type TestDatabase, makeTestDatabase } from '../../test/support/test-database.js';
import { entities } from '../entities.js';
import { PilotSite } from '../merchants/pilot-site.entity.js';
import { dataSourceOptions, sqliteFile } from './data-source.js';
import { Database } from './database.js';
import { faultOf } from './fault-of.js';
import { newId } from './new-id.js';
import { installSqliteGate } from './sqlite-gate.js';

/** Faults of one SQLite file; on PostgreSQL there is no such file and no gate. */
const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

let place: TestDatabase;
let source: DataSource;
let database: Database;
let connection: SqliteDatabase.Database;

beforeEach(async () => {
  place = await makeTestDatabase();
  source = new DataSource(dataSourceOptions(place, entities, migrations));
  installSqliteGate(source, { gate: 4000, lock: 1000 });
  await source.initialize();
  database = new Database(source);
  connection = (source.driver as unknown as { databaseConnection: SqliteDatabase.Database })
    .databaseConnection;
});
afterEach(async () => {
  await database.onApplicationShutdown();
  await place.remove();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const save = (name: string) =>
  database.repo(PilotSite).insert({
    id: newId(),
    divisionCode: '330802',
    kind: 'town',
    name,
    sinceYear: 2013,
  });

async function names(): Promise<string[]> {
  const rows = await database.rows<{ name: string }>('SELECT name FROM pilot_site ORDER BY name');
  return rows.map(({ name }) => name);
}

/** Runs `work` while no more pages fit the file, as on a full disk; then there is room again. */
async function withFullDisk(work: () => Promise<unknown>): Promise<void> {
  const pages = connection.pragma('page_count', { simple: true }) as number;
  connection.pragma(`max_page_count = ${pages}`);
  try {
    await work();
  } finally {
    connection.pragma('max_page_count = 1000000');
  }
}

const filling = async () => {
  for (let row = 0; row < 5000; row += 1) await save(`full-${row}-${'x'.repeat(60)}`);
};

/** Another process that writes: its own connection, which holds the lock while `work` runs. */
async function withHeldLock(work: () => Promise<unknown>): Promise<void> {
  const other = new SqliteDatabase(sqliteFile(place.dataDir));
  other.exec('BEGIN IMMEDIATE');
  try {
    await work();
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
}

async function faultIn(work: () => Promise<unknown>): Promise<string | null> {
  return work().then(
    () => 'no fault',
    (error: unknown) => faultOf(error) ?? String(error),
  );
}

onSqlite('a full disk', () => {
  it('fails the transaction, keeps nothing of it, and holds up nobody after it', async () => {
    await withFullDisk(async () => {
      expect(await faultIn(() => database.transaction(filling))).toBe('unavailable');
    });
    expect(connection.inTransaction).toBe(false);
    const began = Date.now();
    await database.transaction(() => save('after'));
    await save('alone');
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await names()).toEqual(['after', 'alone']);
  });

  it('lets nothing of a use case that goes on regardless be written alone', async () => {
    await withFullDisk(async () => {
      const goingOn = database.transaction(async () => {
        await filling().catch(() => undefined);
        // What SQLite did by itself on this error, whatever kind of error it was.
        if (connection.inTransaction) connection.exec('ROLLBACK');
        connection.pragma('max_page_count = 1000000');
        await save('half of a use case');
      });
      expect(await faultIn(() => goingOn)).toBe('unavailable');
    });
    expect(await names()).toEqual([]);
    await database.transaction(() => save('after'));
    expect(await names()).toEqual(['after']);
  });

  it('is told when SQLite undoes the transaction before its COMMIT', async () => {
    const undone = database.transaction(async () => {
      await save('lost');
      connection.exec('ROLLBACK');
    });
    expect(await faultIn(() => undone)).toBe('unavailable');
    await database.transaction(() => save('after'));
    expect(await names()).toEqual(['after']);
  });

  it('frees the connection even where the ROLLBACK fails', async () => {
    const exec = connection.exec.bind(connection);
    const failing = database.transaction(async () => {
      await save('lost');
      connection.prepare = () => {
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
      };
      connection.exec = connection.prepare as never;
      throw new Error('planned');
    });
    expect(await faultIn(() => failing)).toContain('planned');
    Object.assign(connection, { exec });
    delete (connection as { prepare?: unknown }).prepare;
    expect(connection.inTransaction).toBe(true);
    await save('alone');
    expect(connection.inTransaction).toBe(false);
    expect(await names()).toEqual(['alone']);
  });
});

onSqlite('a lock held by another process', () => {
  it('is waited for without stopping the process, and given up after the limit', async () => {
    await withHeldLock(async () => {
      let ticks = 0;
      const ticking = setInterval(() => (ticks += 1), 5);
      const began = Date.now();
      const faults = await Promise.all([
        faultIn(() => database.transaction(() => save('a'))),
        faultIn(() => save('b')),
        faultIn(() => database.transaction(() => save('c'))),
      ]);
      clearInterval(ticking);
      expect(faults).toEqual(['unavailable', 'unavailable', 'unavailable']);
      // Each counts from when it asked: the third does not wait for the first two as well.
      expect(Date.now() - began).toBeLessThan(2500);
      expect(Date.now() - began).toBeGreaterThanOrEqual(900);
      // SQLite's own waiting lets nothing else happen meanwhile.
      expect(ticks).toBeGreaterThan(10);
      expect(await names()).toEqual([]);
    });
    await database.transaction(() => save('after'));
    expect(await names()).toEqual(['after']);
  });

  it('costs nothing but time when it ends in time', async () => {
    let saved: Promise<unknown> | undefined;
    await withHeldLock(async () => {
      saved = Promise.all([database.transaction(() => save('a')), save('b')]);
      saved.catch(() => undefined);
      await pause(150);
    });
    await saved;
    expect(await names()).toEqual(['a', 'b']);
  });
});

onSqlite('a transaction that waits for something slow', () => {
  it('makes the others give up, and they enter once it has ended', async () => {
    let end: (() => void) | undefined;
    const slow = database.transaction(() => new Promise<void>((resolve) => (end = resolve)));
    expect(await faultIn(() => save('a'))).toBe('unavailable');
    end?.();
    await slow;
    await save('b');
    expect(await names()).toEqual(['b']);
  });
});
