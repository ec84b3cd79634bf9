import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import type { Config } from '../config/config.js';
import { makeDataSource } from './data-source.js';
import { requireWritable } from './require-writable.js';
import { isDamage, sayingWhichFile } from './side-file.js';

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** Ends with the process that took it, however that ends: the database itself holds it. */
export interface StartLock {
  /** False while another process has it. */
  take(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * One process at a time makes, migrates and fills a database. On SQLite a file beside the database is
 * held, so that reading and writing the data itself is not held up.
 */
export async function openStartLock(place: Place): Promise<StartLock> {
  return place.databaseUrl ? postgresLock(place) : sqliteLock(place.dataDir);
}

/** @returns whether the lock was had before `limitMs` were over; `waiting` is called once, after a second */
export async function takeInTime(
  lock: StartLock,
  limitMs: number,
  waiting: () => void,
): Promise<boolean> {
  const begun = performance.now();
  let told = false;
  while (!(await lock.take())) {
    const waited = performance.now() - begun;
    if (waited > limitMs) return false;
    if (!told && waited > 1000) {
      told = true;
      waiting();
    }
    await pause(100);
  }
  return true;
}

function sqliteLock(dataDir: string): StartLock {
  const path = join(dataDir, 'start.lock');
  requireWritable(path);
  const file = sayingWhichFile(path, () => new SqliteDatabase(path, { timeout: 0 }));
  const begin = () => {
    try {
      file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (!isDamage(error)) throw error;
      // It holds nothing. Emptied and not replaced: another start may have the same file open.
      truncateSync(path);
      file.exec('BEGIN EXCLUSIVE');
    }
  };
  return {
    take: async () => {
      try {
        sayingWhichFile(path, begin);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === 'SQLITE_BUSY') return false;
        throw error;
      }
    },
    release: async () => void file.close(),
  };
}

/** In a transaction, so that it also holds through a connection pooler. */
async function postgresLock(place: Place): Promise<StartLock> {
  const source = await makeDataSource(place, [], []).initialize();
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  return {
    take: async () => {
      const [row] = (await runner.query(
        'SELECT pg_try_advisory_xact_lock(20130621, 1) AS taken',
      )) as { taken: number }[];
      return row!.taken === 1;
    },
    release: async () => {
      await runner.rollbackTransaction();
      await runner.release();
      await source.destroy();
    },
  };
}
