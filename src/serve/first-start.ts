import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCounts, DemoSetting } from '../../seeds/demo/seed-demo.js';
import type { Surroundings } from '../command.js';
import { Clock } from '../config/clock.js';
import { ConfigError } from '../config/config-error.js';
import { Database } from '../database/database.js';

/**
 * Before the server listens: an empty database gets its reference data and, on a demonstration, the
 * demo city. Production refuses a database with demo accounts.
 * @throws ConfigError `config.demoAccounts`
 */
export async function prepareFirstStart(
  services: INestApplicationContext,
  surroundings: Surroundings,
): Promise<void> {
  const { config } = surroundings;
  const database = services.get(Database);
  if (config.environment === 'production' && (await hasDemoAccounts(database))) {
    throw new ConfigError('config.demoAccounts');
  }
  if (!(await isEmpty(database))) return;
  await fillReference(services, surroundings);
  if (!config.demo) return;
  const { DEFAULT_SEED } = await demoCity();
  await fillDemo(services, surroundings, { scale: 'demo', seed: DEFAULT_SEED });
}

export async function fillReference(
  services: INestApplicationContext,
  { say, t }: Surroundings,
): Promise<void> {
  const { seedReference } = await import('../../seeds/reference/seed-reference.js');
  const counts = await seedReference(services.get(Database), services.get(Clock).now());
  say(t('seed.reference.done', { ...counts }));
}

export async function fillDemo(
  services: INestApplicationContext,
  { config, say, t }: Surroundings,
  setting: Omit<DemoSetting, 'now'>,
): Promise<DemoCounts> {
  say(t('seed.demo.begin'));
  const begun = performance.now();
  const now = services.get(Clock).now();
  const { DEMO_PASSWORD, seedDemo } = await demoCity();
  const counts = await seedDemo(services.get(Database), config, { ...setting, now });
  say(t('seed.demo.registry', pick(counts, ['merchants', 'shops', 'returns'])));
  say(t('seed.demo.awards', pick(counts, ['applications', 'sheets', 'titles', 'entries'])));
  say(t('seed.demo.people', { people: counts.people, password: DEMO_PASSWORD }));
  const tenths = Math.round((performance.now() - begun) / 100);
  say(t('seed.demo.done', { rows: counts.rows, seconds: tenths / 10 }));
  return counts;
}

/** Nobody has an account and no programme exists: nothing of anybody's work could be touched. */
export async function isEmpty(database: Database): Promise<boolean> {
  const row = await database.row<{ accounts: number; programmes: number; entries: number }>(
    `SELECT (SELECT COUNT(*) FROM account) AS accounts, (SELECT COUNT(*) FROM programme) AS programmes,
            (SELECT COUNT(*) FROM journal_entry) AS entries`,
  );
  return row?.accounts === 0 && row.programmes === 0 && row.entries === 0;
}

async function hasDemoAccounts(database: Database): Promise<boolean> {
  const row = await database.row<{ count: number }>(
    `SELECT COUNT(*) AS count FROM account WHERE demo = 1`,
  );
  return (row?.count ?? 0) > 0;
}

function pick<K extends keyof DemoCounts>(counts: DemoCounts, keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, counts[key]]));
}

/** Read only when a city is to be made; a server that has one never loads it. */
function demoCity() {
  return import('../../seeds/demo/seed-demo.js');
}
