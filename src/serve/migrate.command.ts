import { migrations } from '../../migrations/index.js';
import type { Command } from '../command.js';
import type { Config } from '../config/config.js';
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

/** Brings the database of a configuration to the newest schema; returns how many steps it took. */
export async function migrateDatabase(config: Config): Promise<number> {
  const source = await makeDataSource(config, [], migrations).initialize();
  try {
    return (await source.runMigrations()).length;
  } finally {
    await source.destroy();
  }
}
