import type { Command } from '../command.js';
import { RunCalculations } from '../jobs/run-calculations.js';
import { createApp } from '../main.js';
import { PhaseClock } from '../programmes/phase-clock.js';
import { prepareFirstStart } from './first-start.js';
import { migrateDatabase } from './migrate.command.js';
import { stopServing } from './stop-serving.js';

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
    app.get(RunCalculations).start();
    say(t('cli.serve.ready', { url: config.publicUrl }));
    await new Promise<void>((resolve) => {
      // A signal often comes twice, to the group and passed on; the second changes nothing.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
    });
    await stopServing(app);
    // Whatever a cut request still waits for does not keep the process.
    setTimeout(() => process.exit(0), 1_000).unref();
    return 0;
  },
};
