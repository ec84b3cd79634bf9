import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Command, CommandContext } from '../command.js';
import { RunCalculations } from '../jobs/run-calculations.js';
import { createApp } from '../main.js';
import { Deliver } from '../notifications/deliver.js';
import { PhaseClock } from '../programmes/phase-clock.js';
import { PurgeExpired } from '../web/purge-expired.js';
import { prepareFirstStart } from './first-start.js';
import { askedToEnd, listen } from './listen.js';
import { prepareDatabase, startAlone } from './prepare-database.js';
import { stopServing } from './stop-serving.js';

export const serve: Command = {
  name: 'serve',
  about: 'cli.serve.about',
  usage: '',
  run: async (_, context) => {
    const { config, say, t } = context;
    const app = await startAlone(context, () => prepareApp(context));
    await listen(app, config);
    app.get(PhaseClock).start((error) => say(String(error)));
    app.get(PurgeExpired).start((error) => say(String(error)));
    app.get(Deliver).start((error) => say(String(error)));
    app.get(RunCalculations).start();
    // Listened for before the word is out: whoever reads it may ask for the end at once.
    const asked = askedToEnd();
    say(t('cli.serve.ready', { url: config.publicUrl }));
    await asked;
    await stopServing(app);
    // Whatever a cut request still waits for does not keep the process.
    setTimeout(() => process.exit(0), 1_000).unref();
    return 0;
  },
};

async function prepareApp(context: CommandContext): Promise<NestFastifyApplication> {
  const { config, say, t } = context;
  const steps = await prepareDatabase(context);
  if (steps > 0) say(t('cli.migrate.done', { count: steps }));
  const app = await createApp(config);
  try {
    await prepareFirstStart(app, { config, say, t });
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
