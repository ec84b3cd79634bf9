import { parseArgs } from 'node:util';
import type { Command } from '../../command.js';
import { verifyOrderRecord } from '../../rules/hall/verify-order-record.js';
import { onlyFile, readJson } from './read-input.js';

export const judgesCheckOrder: Command = {
  name: 'judges check-order',
  about: 'cli.order.check.about',
  usage: 'RECORD.json [--json]',
  run: async (args, { t, say, print }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const result = verifyOrderRecord(readJson(onlyFile(positionals)));
    if (values.json) print(JSON.stringify(result));
    if (result.ok) {
      say(t('cli.order.check.ok', { heard: result.heard }));
      say(t('cli.order.check.paper', { hash: result.recordHash }));
      return 0;
    }
    if ('code' in result) say(t(result.code, result.variables));
    else {
      const { path, recorded, recomputed } = result;
      say(t('cli.order.check.differs', { path, recorded, recomputed }));
    }
    return 1;
  },
};
