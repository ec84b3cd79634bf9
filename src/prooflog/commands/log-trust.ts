import { parseArgs } from 'node:util';
import { type Command, UsageError, asUsage } from '../../command.js';
import { TrustWitness } from '../trust-witness.js';

/** Registers whose cosignatures are shown, or retires it. */
export const logTrust: Command = {
  name: 'log trust',
  about: 'cli.log.trust.about',
  usage: 'KEY [--retire] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, retire: { type: 'boolean' } },
    });
    const [key] = positionals;
    if (!key) throw new UsageError('cli.log.keyWrong', { key: '' });
    const trust = (await context.services()).get(TrustWitness);
    const { id, name } = await asUsage(() => (values.retire ? trust.retire(key) : trust.add(key)));
    if (values.json) context.print(JSON.stringify({ id, name }));
    else context.say(context.t(values.retire ? 'cli.log.retired' : 'cli.log.trusted', { name }));
    return 0;
  },
};
