import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { Surroundings } from '../command.js';
import { ConfigError } from '../config/config-error.js';
import { makeDataSource } from '../database/data-source.js';
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
 * Brings the database of a configuration to the newest schema, with a copy of what was there, and
 * makes sure that its sealed fields open. Returns how many steps it took.
 * @throws ConfigError `config.newerDatabase`, `config.otherSecret`
 */
export async function prepareDatabase(surroundings: Surroundings): Promise<number> {
  const { config } = surroundings;
  const source = await makeDataSource(config, [], migrations).initialize();
  try {
    const done = await migrationsDone(source);
    const known = migrations.map((Migration): string => new Migration().name);
    if (done.some((name) => !known.includes(name))) throw new ConfigError('config.newerDatabase');
    const pending = known.filter((name) => !done.includes(name));
    if (done.length > 0 && pending.length > 0) {
      await copyBefore(known.indexOf(pending[0]!) + 1, source, surroundings);
    }
    if (pending.length > 0) await source.runMigrations();
    await checkSecret(source, config);
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
