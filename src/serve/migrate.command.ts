import type { Command } from '../command.js';
import { prepareDatabase, startAlone } from './prepare-database.js';

export const migrate: Command = {
  name: 'migrate',
  about: 'cli.migrate.about',
  usage: '',
  run: async (_, context) => {
    const count = await startAlone(context, () => prepareDatabase(context));
    context.say(context.t('cli.migrate.done', { count }));
    return 0;
  },
};
