import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import {
  type Command,
  type CommandContext,
  UsageError,
  asUsage,
  tableContent,
} from '../../command.js';
import type { ImportOrder, PlannedImport } from '../../web/imports/import-steps.js';

type Plan = PlannedImport & {
  readonly digest: string;
  readonly counts: Readonly<Record<string, number>>;
};

interface Importing<P extends Plan> extends Pick<Command, 'name' | 'about'> {
  /** Said where no file is named. */
  readonly noFile: string;
  plan(services: INestApplicationContext, content: Buffer): Promise<P>;
  complaints(plan: P, path: string, context: CommandContext): readonly string[];
  enter(
    services: INestApplicationContext,
    by: { readonly accountId: null; readonly role: string },
    order: ImportOrder,
  ): Promise<unknown>;
}

/** A table on its way in by the command line: everything is said, then all of it is entered or nothing. */
export function importCommand<P extends Plan>(kind: Importing<P>): Command {
  return {
    name: kind.name,
    about: kind.about,
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
      if (!path) throw new UsageError(kind.noFile);
      const content = await tableContent(path);
      const services = await context.services();
      const plan = await asUsage(() => kind.plan(services, content));
      for (const line of kind.complaints(plan, path, context)) context.say(line);
      if (plan.errors.length) return 2;
      if (!values['dry-run']) {
        const by = { accountId: null, role: 'SystemAdmin' };
        const order = { content, digest: plan.digest, confirmed: values.confirmed === true };
        await asUsage(() => kind.enter(services, by, order));
      }
      if (values.json) context.print(JSON.stringify({ ...plan.counts, file: plan.hash }));
      const done = values['dry-run'] ? 'cli.merchantsImport.planned' : 'cli.merchantsImport.done';
      context.say(context.t(done, { ...plan.counts }));
      return 0;
    },
  };
}
