import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fillHallDay } from '../../seeds/hall-day/fill-hall-day.js';
import { type Command, type CommandContext, type Surroundings, UsageError } from '../command.js';
import { Clock } from '../config/clock.js';
import type { Config } from '../config/config.js';
import { keptSecret } from '../config/kept-secret.js';
import { Database } from '../database/database.js';
import { hallPath } from '../judging/hall/hall-path.js';
import { HallFactsQueries } from '../judging/hall/laptop/hall-facts.queries.js';
import { createApp } from '../main.js';
import { type SealedHallDay, readHallDay, resultSeed } from '../rules/hall/hall-day.js';
import { signHallResult } from '../rules/hall/hall-result.js';
import { publicKeyOf } from '../rules/provenance/ed25519.js';
import { fillReference, isEmpty } from './first-start.js';
import { askedToEnd, listen } from './listen.js';
import { prepareDatabase, startAlone } from './prepare-database.js';
import { stopServing } from './stop-serving.js';

/** The same program on a laptop without a network, with one day in it; its end writes the signed result. */
export const hallOpen: Command = {
  name: 'hall open',
  about: 'cli.hall.about',
  usage: 'FILE.json [--from N]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' } },
      allowPositionals: true,
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length) throw new UsageError('cli.hall.usage');
    const file = readHallDay(contentOf(path));
    const from = firstPlace(values.from, file);
    refuseEarlyClock(file);
    const code = await askCode(context, file);
    const surroundings = { ...context, config: laptopConfig(context.config, file) };
    const app = await startAlone(surroundings, () =>
      prepareHall(surroundings, file, { code, from }),
    );
    await listen(app, surroundings.config);
    const asked = askedToEnd();
    greet(surroundings, file);
    await asked;
    const lines = await writeResult(app, file, { code, to: resultPath(path) });
    await stopServing(app);
    context.say(context.t('cli.hall.result', { path: resultPath(path), count: lines }));
    setTimeout(() => process.exit(0), 1_000).unref();
    return 0;
  },
};

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError('cli.hall.unreadable', { path });
  }
}

function firstPlace(typed: string | undefined, { day }: SealedHallDay): number {
  if (typed === undefined) return 1;
  if (/^\d{1,4}$/.test(typed) && day.turns.some(({ place }) => place === Number(typed))) {
    return Number(typed);
  }
  throw new UsageError('cli.hall.from', { value: typed });
}

/** Times of a laptop whose clock is behind would be refused in the end; better now. */
function refuseEarlyClock({ day }: SealedHallDay): void {
  const now = new Date().toISOString();
  if (now < day.madeAt) throw new UsageError('cli.hall.clock', { now, made: day.madeAt });
}

async function askCode({ t }: CommandContext, { day }: SealedHallDay): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
  const code = await Promise.race([reader.question(`${t('cli.hall.ask')} `), ended]);
  reader.close();
  if (publicKeyOf(resultSeed(code, day.id)) !== day.resultKey)
    throw new UsageError('cli.hall.code');
  return code.trim();
}

/** A folder of its own for each file, so that a laptop that was switched off goes on where it was. */
function laptopConfig(config: Config, { day }: SealedHallDay): Config {
  const dataDir = join(config.dataDir, 'hall', day.id);
  mkdirSync(dataDir, { recursive: true });
  return {
    ...config,
    environment: 'development',
    publicUrl: `http://localhost:${config.port}`,
    https: false,
    dataDir,
    databaseUrl: null,
    secret: keptSecret(dataDir),
    demo: false,
    smtpUrl: null,
    smsUrl: null,
  };
}

async function prepareHall(
  surroundings: Surroundings,
  { day }: SealedHallDay,
  { code, from }: { readonly code: string; readonly from: number },
): Promise<NestFastifyApplication> {
  const { config } = surroundings;
  await prepareDatabase(surroundings);
  const app = await createApp(config);
  try {
    const database = app.get(Database);
    if (await isEmpty(database)) {
      await fillReference(app, surroundings);
      const setting = { secret: config.secret, code, from, now: app.get(Clock).now() };
      await fillHallDay(database, day, setting);
    }
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function greet({ say, t, config }: Surroundings, { day, key }: SealedHallDay): void {
  say(t('cli.hall.day', { programme: day.programme.name, category: day.category.zh }));
  say(t('cli.hall.key', { key }));
  for (const [at, { name }] of day.keepers.entries()) {
    say(t('cli.hall.keeper', { number: String(at + 1), name }));
  }
  say(t('cli.hall.ready', { url: `${config.publicUrl}${hallPath(day.roundId)}` }));
}

function resultPath(path: string): string {
  return `${path.replace(/\.json$/i, '')}-result.json`;
}

/** Names of speakers stand in it. @returns how many lines it has */
async function writeResult(
  app: NestFastifyApplication,
  { day, hash }: SealedHallDay,
  { code, to }: { readonly code: string; readonly to: string },
): Promise<number> {
  const facts = await app.get(HallFactsQueries).ofRound(day.roundId);
  const head = {
    file: day.id,
    fileHash: hash,
    round: day.roundId,
    endedAt: app.get(Clock).now(),
  };
  const text = signHallResult(head, facts, resultSeed(code, day.id));
  writeFileSync(`${to}.new`, text, { mode: 0o600 });
  renameSync(`${to}.new`, to);
  return facts.length;
}
