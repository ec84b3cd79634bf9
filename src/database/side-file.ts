import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

export type SideFile = SqliteDatabase.Database;

/** A small SQLite file beside the main one, for writes that must not wait for its transactions. */
export function openSideFile(dataDir: string, name: string): SideFile {
  const file = new SqliteDatabase(join(dataDir, `${name}.sqlite`));
  file.pragma('journal_mode = WAL');
  // A power cut may cost the last counts, never the file; nobody waits for the disk.
  file.pragma('synchronous = NORMAL');
  file.pragma('busy_timeout = 0');
  return file;
}
