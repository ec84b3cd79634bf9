import type { Command } from '../command.js';
import { RunCalculations } from '../jobs/run-calculations.js';
import { createApp } from '../main.js';
import { PhaseClock } from '../programmes/phase-clock.js';
import { PurgeExpired } from '../web/purge-expired.js';
import { prepareFirstStart } from './first-start.js';
import { migrateDatabase } from './migrate.command.js';

export const serve: Command = {
  name: 'serve',
  about: 'cli.serve.about',
  usage: '',
  run: async (_, { config, say, t }) => {
    const migrated = await migrateDatabase(config);
    if (migrated) say(t('cli.migrate.done', { count: migrated }));
    const app = await createApp(config);
    try {
      await prepareFirstStart(app, { config, say, t });
    } catch (error) {
      await app.close();
      throw error;
    }
    try {
      await app.listen(config.port, config.host);
    } catch (error) {
      await app.close();
      if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
      say(t('cli.serve.portBusy', { port: String(config.port) }));
      return 2;
    }
    app.get(PhaseClock).start((error) => say(String(error)));
    app.get(PurgeExpired).start((error) => say(String(error)));
    app.get(RunCalculations).start();
    say(t('cli.serve.ready', { url: config.publicUrl }));
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await app.close();
    return 0;
  },
};
