import { foundationMark } from '../../migrations/0001-foundation.js';
import { migrations } from '../../migrations/index.js';
import type { Command } from '../command.js';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { makeDataSource } from '../database/data-source.js';

export const migrate: Command = {
  name: 'migrate',
  about: 'cli.migrate.about',
  usage: '',
  run: async (_, { config, say, t }) => {
    const count = await migrateDatabase(config);
    say(t('cli.migrate.done', { count }));
    return 0;
  },
};

/**
 * Brings the database of a configuration to the newest schema; returns how many steps it took. Until
 * the first release the tables may change between versions, and a database of another is refused.
 * @throws ConfigError `config.otherFoundation`
 */
export async function migrateDatabase(config: Config): Promise<number> {
  const source = await makeDataSource(config, [], migrations).initialize();
  try {
    const steps = (await source.runMigrations()).length;
    const [mark] = await source.query<{ value: string }[]>(
      `SELECT value FROM city_setting WHERE name = 'foundation'`,
    );
    if (mark?.value !== foundationMark) throw new ConfigError('config.otherFoundation');
    return steps;
  } finally {
    await source.destroy();
  }
}
