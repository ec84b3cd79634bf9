import { parseArgs } from 'node:util';
import type { Command } from '../../command.js';
import { VerifyJournal } from '../verify-journal.js';

export const journalVerify: Command = {
  name: 'journal verify',
  about: 'cli.journalVerify.about',
  usage: '[--json]',
  run: async (args, context) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const result = await (await context.services()).get(VerifyJournal).run();
    if (values.json) context.print(JSON.stringify(result));
    else if (result.ok) context.say(context.t('cli.journalVerify.ok', { entries: result.entries }));
    else {
      const reason = context.t(`cli.journalVerify.${result.reason}`);
      context.say(context.t('cli.journalVerify.failed', { sequence: result.sequence, reason }));
    }
    return result.ok ? 0 : 1;
  },
};
