import { parseArgs } from 'node:util';
import { DEFAULT_SEED } from '../../seeds/demo/seed-demo.js';
import { type Command, UsageError } from '../command.js';
import { Database } from '../database/database.js';
import { fillDemo, fillReference, isEmpty } from './first-start.js';
import { startAlone } from './prepare-database.js';

export const seed: Command = {
  name: 'seed',
  about: 'seed.about',
  usage: 'reference|demo [--scale city] [--seed N]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { scale: { type: 'string' }, seed: { type: 'string' } },
      allowPositionals: true,
    });
    const [what, ...others] = positionals;
    if ((what !== 'reference' && what !== 'demo') || others.length) {
      throw new UsageError('seed.usage');
    }
    const scale = values.scale ?? 'demo';
    if (scale !== 'demo' && scale !== 'city') throw new UsageError('seed.scale', { value: scale });
    const number = Number(values.seed ?? DEFAULT_SEED);
    if (!Number.isSafeInteger(number)) {
      throw new UsageError('seed.number', { value: values.seed ?? '' });
    }
    if (what === 'demo' && !context.config.demo) throw new UsageError('seed.demo.off');
    const services = await context.services();
    return startAlone(context, async () => {
      if (what === 'demo' && !(await isEmpty(services.get(Database)))) {
        throw new UsageError('seed.demo.notEmpty');
      }
      await fillReference(services, context);
      if (what === 'demo') await fillDemo(services, context, { scale, seed: number });
      return 0;
    });
  },
};
