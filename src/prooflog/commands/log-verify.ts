import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, UsageError } from '../../command.js';
import { type ReceiptVerdict, verifyReceipt } from '../../rules/prooflog/verify-receipt.js';
import { type NoteKey, readVerifierKey } from '../../rules/prooflog/signed-note.js';
import { readLogProof } from '../../rules/prooflog/tlog-proof.js';
import { VerifyLog } from '../verify-log.js';

/** Holds the public log to its checkpoints; with a file, a receipt to the key of the log, without database and network. */
export const logVerify: Command = {
  name: 'log verify',
  about: 'cli.log.verify.about',
  usage: '[FILE --key KEY [--leaf HASH] [--witness KEY]...] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        key: { type: 'string' },
        leaf: { type: 'string' },
        witness: { type: 'string', multiple: true },
      },
    });
    const json = values.json === true;
    const [file] = positionals;
    if (file === undefined) return verifyOwn(context, json);
    if (!values.key) throw new UsageError('cli.log.keyMissing');
    const verdict = verifyReceipt(
      receipt(file),
      keyOf(values.key),
      values.witness?.map(keyOf) ?? [],
    );
    tellReceipt(verdict, context, json);
    return verdict.ok ? 0 : 1;
  },
};

async function verifyOwn(context: CommandContext, json: boolean): Promise<number> {
  const result = await (await context.services()).get(VerifyLog).run();
  if (json) context.print(JSON.stringify(result));
  else if (result.ok) context.say(context.t('cli.log.ok', { ...result, ok: null }));
  else {
    const reason = context.t(`cli.log.${result.reason}`);
    context.say(context.t('cli.log.failed', { size: result.size, reason }));
  }
  return result.ok ? 0 : 1;
}

function tellReceipt(verdict: ReceiptVerdict, context: CommandContext, json: boolean): void {
  if (json) context.print(JSON.stringify(verdict));
  else if (verdict.ok) {
    const { origin, entry, size, witnesses, said } = verdict;
    const variables = { origin, entry, size, witnesses: witnesses.length };
    context.say(context.t('cli.log.receipt.ok', variables));
    context.print(said);
  } else {
    const { reason, name } = verdict;
    context.say(context.t(`cli.log.receipt.${reason}`, { name }));
  }
}

function receipt(path: string) {
  const proof = readLogProof(read(path));
  if (!proof) throw new UsageError('cli.log.receipt.unreadable', { path });
  return proof;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    throw new UsageError('cli.log.receipt.unreadable', { path });
  }
}

function keyOf(text: string): NoteKey {
  const key = readVerifierKey(text.trim());
  if (!key) throw new UsageError('cli.log.keyWrong', { key: text });
  return key;
}
