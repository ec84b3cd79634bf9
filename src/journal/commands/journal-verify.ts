import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import { type SignedCheckpoint, readCheckpoints } from '../../rules/provenance/checkpoint.js';
import { faultSentence } from '../fault-sentence.js';
import { VerifyJournal } from '../verify-journal.js';

/** Checks the chain, the checkpoints that were sent out, and the data against the journal. */
export const journalVerify: Command = {
  name: 'journal verify',
  about: 'cli.journalVerify.about',
  usage: '[--checkpoints FILE] [--json]',
  run: async (args, context) => {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, checkpoints: { type: 'string' } },
    });
    const sent = values.checkpoints ? kept(values.checkpoints) : [];
    const result = await (await context.services()).get(VerifyJournal).run(sent);
    if (values.json) context.print(JSON.stringify(result));
    else if (result.ok) {
      const { entries, checkpoints } = result;
      context.say(context.t('cli.journalVerify.ok', { entries, checkpoints }));
    } else {
      const { key, variables, sequence } = faultSentence(result);
      const reason = context.t(key, variables);
      context.say(
        sequence === null ? reason : context.t('cli.journalVerify.failed', { sequence, reason }),
      );
    }
    return result.ok ? 0 : 1;
  },
};

/** A mail as it was saved, or any text in which checkpoints stand. */
function kept(path: string): SignedCheckpoint[] {
  const found = readCheckpoints(read(path));
  if (!found.length) throw new UsageError('cli.journalVerify.noCheckpoint', { path });
  return found;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError('cli.journalVerify.unreadable', { path });
  }
}
