import { parseArgs } from 'node:util';
import type { Command } from '../../command.js';
import { ProveEntry } from '../prove-entry.js';
import { wholeNumber } from './whole-number.js';

/** The proof of one entry, by its number in the journal, as a file for whoever it is about. */
export const logProve: Command = {
  name: 'log prove',
  about: 'cli.log.prove.about',
  usage: 'ENTRY [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const number = wholeNumber(positionals[0]);
    const proof = await (await context.services()).get(ProveEntry).run(number);
    if (proof.kind !== 'proved') {
      if (values.json) context.print(JSON.stringify(proof));
      context.say(context.t(`cli.log.${proof.kind}`, { number }));
      return 1;
    }
    const { text, index, head, path } = proof;
    if (!values.json) context.print(text.trimEnd());
    else {
      const base64 = (hash: Buffer) => hash.toString('base64');
      const root = base64(head.root);
      const shown = {
        kind: proof.kind,
        index,
        size: head.size,
        root,
        path: path.map(base64),
        text,
      };
      context.print(JSON.stringify(shown));
    }
    return 0;
  },
};
