import { parseArgs } from 'node:util';
import { type Command, UsageError, asUsage, tableContent } from '../../command.js';
import { ImportReturns } from '../returns-import/import-returns.js';
import { PlanReturnsImport } from '../returns-import/plan-returns-import.js';
import { returnLine } from '../returns-import/return-line.js';

export const returnsImport: Command = {
  name: 'returns import',
  about: 'cli.returnsImport.about',
  usage: 'FILE [--dry-run] [--confirmed] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        confirmed: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const [path] = positionals;
    if (!path) throw new UsageError('cli.returnsImport.noFile');
    const content = await tableContent(path);
    const services = await context.services();
    const plan = await asUsage(() => services.get(PlanReturnsImport).run(content));
    const { t } = context;
    for (const [key, lines] of [
      ['cli.merchantsImport.error', plan.errors],
      ['cli.merchantsImport.warning', plan.warnings],
    ] as const) {
      for (const one of lines) context.say(t(key, { path, ...returnLine(one, plan, t) }));
    }
    if (plan.errors.length) return 2;
    if (!values['dry-run']) {
      const by = { accountId: null, role: 'SystemAdmin' };
      const order = { content, digest: plan.digest, confirmed: values.confirmed === true };
      await asUsage(() => services.get(ImportReturns).run(by, order));
    }
    if (values.json) context.print(JSON.stringify({ ...plan.counts, file: plan.hash }));
    const done = values['dry-run'] ? 'cli.merchantsImport.planned' : 'cli.merchantsImport.done';
    context.say(t(done, { ...plan.counts }));
    return 0;
  },
};
