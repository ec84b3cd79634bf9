import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, UsageError } from '../../command.js';
import {
  type NoteKey,
  isKeyName,
  readVerifierKey,
  verifierKey,
} from '../../rules/prooflog/signed-note.js';
import {
  type SignerKey,
  readSignerKey,
  signerKeyText,
  witnessKey,
} from '../../rules/prooflog/signer-key.js';
import { FollowRemoteLog, type WitnessRound } from '../follow-remote-log.js';
import { LogUnreachable, RemoteLog } from '../remote-log.js';
import { WitnessState } from '../witness-state.js';
import { wholeNumber } from './whole-number.js';

const EVERY_SECONDS = '600';

/** Follows a public log from another machine, without a database: verifies, remembers, cosigns, or refuses. */
export const witness: Command = {
  name: 'witness',
  about: 'cli.witness.about',
  usage:
    '--log URL --key FILE --state DIR [--name NAME] [--log-key KEY] [--every SECONDS] [--once] [--json]',
  run: async (args, context) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        log: { type: 'string' },
        key: { type: 'string' },
        state: { type: 'string' },
        name: { type: 'string' },
        'log-key': { type: 'string' },
        every: { type: 'string', default: EVERY_SECONDS },
        once: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    if (!values.log || !values.key || !values.state || !URL.canParse(values.log)) {
      throw new UsageError('cli.witness.missing');
    }
    const every = Math.max(1, wholeNumber(values.every)) * 1000;
    const mine = ownKey(values.key, values.name, context);
    const log = new RemoteLog(values.log.replace(/\/$/, ''));
    const state = usable(values.state, (folder) => new WitnessState(folder));
    const json = values.json === true;
    for (;;) {
      const status = await look({ log, state, mine, given: values['log-key'], json }, context);
      if (values.once || status === 'refused') return status === 'followed' ? 0 : 1;
      await pause(every);
    }
  },
};

interface Watch {
  readonly log: RemoteLog;
  readonly state: WitnessState;
  readonly mine: SignerKey;
  /** The key of the log as it was made known elsewhere. */
  readonly given: string | undefined;
  readonly json: boolean;
}

/** What cannot be reached or is not signed may be right the next time; a log that has two pasts is refused for good. */
async function look(
  watch: Watch,
  context: CommandContext,
): Promise<'followed' | 'unreachable' | 'refused'> {
  try {
    const { log, state, mine } = watch;
    const logKey = await keyOfLog(watch, context);
    const round = await new FollowRemoteLog(log, state, logKey, mine).run(new Date());
    if (watch.json) context.print(JSON.stringify(round));
    else tell(round, context);
    if ('evidence' in round) {
      return ['branch', 'twoPasts'].includes(round.state) ? 'refused' : 'unreachable';
    }
    return round.notTaken === null && round.state !== 'behind' ? 'followed' : 'unreachable';
  } catch (error) {
    if (!(error instanceof LogUnreachable)) throw error;
    const { url, reason } = error;
    if (watch.json) context.print(JSON.stringify({ state: 'unreachable', url, reason }));
    else context.say(context.t('cli.witness.unreachable', { url, reason }));
    return 'unreachable';
  }
}

function tell(round: WitnessRound, { say, t }: CommandContext): void {
  if ('evidence' in round) {
    const reason = t(`cli.witness.${round.state}`);
    say(t('cli.witness.refused', { reason, path: round.evidence }));
    return;
  }
  const { state, size, older, notTaken } = round;
  say(t(`cli.witness.${state}`, { size, older }));
  // Somebody else's words: nothing in them may move the cursor.
  const reason = notTaken?.replaceAll(/\p{Cc}/gu, ' ');
  if (reason !== undefined) say(t('cli.witness.notTaken', { reason }));
}

/** What was given, else what was kept; the first time what the log itself says, which is told. */
async function keyOfLog({ log, state, given }: Watch, context: CommandContext): Promise<NoteKey> {
  const text = given ?? state.logKey ?? (await log.key());
  const key = readVerifierKey(text);
  if (!key) throw new UsageError('cli.log.keyWrong', { key: text });
  if (state.logKey === null) {
    state.keepLogKey(text);
    context.say(context.t('cli.witness.pinned', { key: text }));
  }
  return key;
}

function ownKey(path: string, name: string | undefined, context: CommandContext): SignerKey {
  if (!existsSync(path) && name !== undefined) return newKey(path, name, context);
  const key = existsSync(path) ? readSignerKey(readFileSync(path, 'utf8')) : null;
  if (!key) throw new UsageError('cli.witness.keyFile', { path });
  return key;
}

function newKey(path: string, name: string, { say, print, t }: CommandContext): SignerKey {
  if (!isKeyName(name)) throw new UsageError('cli.witness.name', { name });
  const key = witnessKey(name, randomBytes(32));
  usable(path, () => writeFileSync(path, `${signerKeyText(key)}\n`, { mode: 0o600, flag: 'wx' }));
  say(t('cli.witness.made', { path }));
  print(verifierKey(key));
  return key;
}

/** A file where a folder was meant, a folder that is not there or may not be written: a sentence. */
function usable<T>(path: string, work: (path: string) => T): T {
  try {
    return work(path);
  } catch (error) {
    throw new UsageError('cli.witness.place', { path, reason: (error as Error).message });
  }
}
