import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { Surroundings } from '../command.js';
import { ConfigError } from '../config/config-error.js';
import { makeDataSource, sqliteFile } from '../database/data-source.js';
import { requireWritable } from '../database/require-writable.js';
import { openSideFile } from '../database/side-file.js';
import { openStartLock, takeInTime } from '../database/start-lock.js';
import { checkSecret } from './check-secret.js';
import { copyBefore } from './copy-before.js';

/** The first filling of a large city takes minutes; what is not done then hangs. */
const WAIT_LIMIT_MS = 10 * 60_000;

/**
 * Work on a database that no other start of the program does at the same time: the second waits, and
 * says so.
 * @throws ConfigError `config.startBusy` when the other does not end
 */
export async function startAlone<T>(
  { config, say, t }: Surroundings,
  work: () => Promise<T>,
  limitMs = WAIT_LIMIT_MS,
): Promise<T> {
  const lock = await openStartLock(config);
  try {
    const taken = await takeInTime(lock, limitMs, () => say(t('cli.start.waiting')));
    if (!taken) throw new ConfigError('config.startBusy');
    return await work();
  } finally {
    await lock.release();
  }
}

/**
 * Makes sure that the sealed fields of a database open, and brings it to the newest schema, with a copy
 * of what was there. Returns how many steps it took.
 * @throws ConfigError `config.databaseNotWritable`, `config.newerDatabase`, `config.otherSecret`
 */
export async function prepareDatabase(surroundings: Surroundings): Promise<number> {
  const { config } = surroundings;
  if (!config.databaseUrl) {
    requireWritable(sqliteFile(config.dataDir));
    // Refused here, in a sentence: where the framework opens it, it prints the place in the program.
    openSideFile(config.dataDir, 'limits').close();
  }
  const source = await makeDataSource(config, [], migrations).initialize();
  try {
    const done = await migrationsDone(source);
    const known = migrations.map((Migration): string => new Migration().name);
    if (done.some((name) => !known.includes(name))) throw new ConfigError('config.newerDatabase');
    const isNew = done.length === 0;
    if (!isNew) await checkSecret(source, config);
    const pending = known.filter((name) => !done.includes(name));
    if (!isNew && pending.length > 0) {
      await copyBefore(known.indexOf(pending[0]!) + 1, source, surroundings);
    }
    if (pending.length > 0) await source.runMigrations();
    if (isNew) await checkSecret(source, config);
    return pending.length;
  } finally {
    await source.destroy();
  }
}

/** The names of the steps this database has taken; none for a new one. */
async function migrationsDone(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
