import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, UsageError } from '../../command.js';
import { type LogHead, readLogHead } from '../../rules/prooflog/log-checkpoint.js';
import { LogQueries, type SignedHead } from '../log.queries.js';
import { VerifyLog } from '../verify-log.js';
import { wholeNumber } from './whole-number.js';

/** Whether a later log begins with all of an older one: a checkpoint of ours by its size, or one that somebody kept in a file. */
export const logConsistency: Command = {
  name: 'log consistency',
  about: 'cli.log.consistency.about',
  usage: 'OLD|FILE [NEW] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const [first, second] = positionals;
    const kept = first && existsSync(first) ? keptHead(first) : null;
    const size = kept ? 0 : wholeNumber(first);
    const newSize = second === undefined ? null : wholeNumber(second);
    const services = await context.services();
    const older = kept ?? (await head(services, size));
    const newer = newSize === null ? await latest(services) : await head(services, newSize);
    const proof =
      older.size <= newer.size ? await services.get(VerifyLog).consistency(older, newer) : null;
    const lines = proof?.map((hash) => hash.toString('base64')) ?? null;
    const variables = { older: older.size, size: newer.size };
    if (values.json)
      context.print(JSON.stringify({ ok: proof !== null, ...variables, proof: lines }));
    else {
      context.say(context.t(proof ? 'cli.log.consistent' : 'cli.log.branch', variables));
      if (lines?.length) context.print(lines.join('\n'));
    }
    return proof ? 0 : 1;
  },
};

async function head(services: INestApplicationContext, size: number): Promise<SignedHead> {
  const found = await services.get(LogQueries).ofSize(size);
  if (!found) throw new UsageError('cli.log.noCheckpoint', { size });
  return found;
}

async function latest(services: INestApplicationContext): Promise<SignedHead> {
  const found = await services.get(LogQueries).latest();
  if (!found) throw new UsageError('cli.log.noCheckpoint', { size: 0 });
  return found;
}

function keptHead(path: string): LogHead {
  const found = readLogHead(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
  if (!found) throw new UsageError('cli.log.receipt.unreadable', { path });
  return found;
}
