import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import { drawPanel } from '../../rules/draw/draw-panel.js';
import { freezeList } from '../../rules/draw/freeze-list.js';
import { parseDrawPool } from '../../rules/draw/parse-pool.js';
import { verifyDrawRecord } from '../../rules/draw/verify-draw-record.js';
import { blamingFile, onlyFile, readJson } from './read-input.js';

export const judgesDraw: Command = {
  name: 'judges draw',
  about: 'cli.draw.about',
  usage: 'POOL.json --seed HEX [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, seed: { type: 'string' } },
    });
    const file = onlyFile(positionals);
    const { seed } = values;
    if (!seed) throw new UsageError('cli.draw.seed');
    const json = readJson(file);
    const record = blamingFile(file, context, () => {
      const { experts, terms, meeting } = parseDrawPool(json);
      return drawPanel(freezeList(experts, terms), { ...meeting, seed });
    });
    context.print(JSON.stringify(record, null, values.json ? 0 : 2));
    return 0;
  },
};

export const judgesCheckDraw: Command = {
  name: 'judges check-draw',
  about: 'cli.draw.check.about',
  usage: 'RECORD.json',
  run: async (args, context) => {
    const file = onlyFile(args);
    const result = verifyDrawRecord(readJson(file));
    if (result.ok) {
      context.say(context.t('cli.draw.check.ok'));
      context.say(context.t('cli.draw.check.paper', { hash: result.recordHash }));
      return 0;
    }
    if ('code' in result) context.say(context.t(result.code, result.variables));
    else {
      const { path } = result;
      const variables = {
        path,
        recorded: JSON.stringify(result.recorded),
        recomputed: JSON.stringify(result.recomputed),
      };
      context.say(context.t('cli.draw.check.differs', variables));
    }
    return 1;
  },
};
