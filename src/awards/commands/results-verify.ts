import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import { parseBundle } from '../../rules/provenance/build-bundle.js';
import { verifyBundle } from '../../rules/provenance/verify-bundle.js';

/** Recomputes a published list from its bundle; needs no database. */
export const resultsVerify: Command = {
  name: 'results verify',
  about: 'cli.resultsVerify.about',
  usage: 'BUNDLE [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (!path || more.length) throw new UsageError('cli.resultsVerify.usage');
    const bundle = parseBundle(read(path));
    const result = verifyBundle(bundle);
    if (values.json) context.print(JSON.stringify(result));
    else if (result.ok) {
      const applications = bundle.categories.reduce((sum, one) => sum + one.applications.length, 0);
      const variables = { listed: bundle.list.length, applications, hash: result.inputHash };
      context.say(context.t('cli.resultsVerify.ok', variables));
    } else {
      const { where, expected, found } = result.difference;
      const place = context.t(where.key, where.variables);
      const variables = { place, expected: said(expected), found: said(found) };
      context.say(context.t('cli.resultsVerify.failed', variables));
    }
    return result.ok ? 0 : 1;
  },
};

/** A bundle may hold anything in the place of a text. */
function said(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError('cli.resultsVerify.unreadable', { path });
  }
}
