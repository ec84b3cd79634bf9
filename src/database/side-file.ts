import { rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { requireWritable } from './require-writable.js';

export type SideFile = SqliteDatabase.Database;

/**
 * A small SQLite file beside the main one, for writes that must not wait for its transactions. It holds
 * nothing worth a refused start: a damaged one is made anew.
 */
export function openSideFile(dataDir: string, name: string): SideFile {
  const path = join(dataDir, `${name}.sqlite`);
  requireWritable(path);
  return sayingWhichFile(path, () => {
    try {
      return openWhole(path);
    } catch (error) {
      if (!isDamage(error)) throw error;
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
      return openWhole(path);
    }
  });
}

/** Whether SQLite says that a file is none of its own, or spoilt. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown }).code));
}

/** A driver does not name the file that it could not use, and the sentence must not name another one. */
export function sayingWhichFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

function openWhole(path: string): SideFile {
  const file = new SqliteDatabase(path);
  try {
    file.pragma('journal_mode = WAL');
    // A power cut may cost the last counts, never the file; nobody waits for the disk.
    file.pragma('synchronous = NORMAL');
    file.pragma('busy_timeout = 0');
    const found = file.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
