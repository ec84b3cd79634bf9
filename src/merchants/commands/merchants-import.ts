import { parseArgs } from 'node:util';
import {
  type Command,
  type CommandContext,
  UsageError,
  asUsage,
  tableContent,
} from '../../command.js';
import { ImportMerchants } from '../import-merchants.js';
import { type ImportPlan, PlanImport } from '../plan-import.js';

export const merchantsImport: Command = {
  name: 'merchants import',
  about: 'cli.merchantsImport.about',
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
    if (!path) throw new UsageError('cli.merchantsImport.noFile');
    const content = await tableContent(path);
    const services = await context.services();
    const plan = await asUsage(() => services.get(PlanImport).run(content));
    for (const line of complaints(plan, path, context)) context.say(line);
    if (plan.errors.length) return 2;
    if (!values['dry-run']) {
      const by = { accountId: null, role: 'SystemAdmin' };
      const order = { content, digest: plan.digest, confirmed: values.confirmed === true };
      await asUsage(() => services.get(ImportMerchants).run(by, order));
    }
    if (values.json) context.print(JSON.stringify({ ...plan.counts, file: plan.hash }));
    const done = values['dry-run'] ? 'cli.merchantsImport.planned' : 'cli.merchantsImport.done';
    context.say(context.t(done, { ...plan.counts }));
    return 0;
  },
};

function complaints(plan: ImportPlan, path: string, { t }: CommandContext): string[] {
  const say = (one: ImportPlan['errors'][number], key: string) => {
    const field = t(`merchants.column.${one.field}`);
    return t(key, { path, line: one.line, text: t(one.code, { ...one.variables, field }) });
  };
  return [
    ...plan.errors.map((one) => say(one, 'cli.merchantsImport.error')),
    ...plan.warnings.map((one) => say(one, 'cli.merchantsImport.warning')),
  ];
}
