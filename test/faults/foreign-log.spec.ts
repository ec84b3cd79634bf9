import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/config/project-root.js';
import { logProve } from '../../src/prooflog/commands/log-prove.js';
import { logTrust } from '../../src/prooflog/commands/log-trust.js';
import { witness } from '../../src/prooflog/commands/witness.js';
import { ExtendLog } from '../../src/prooflog/extend-log.js';
import { growLog } from '../support/grow-log.js';
import { runCommandOn } from '../support/run-command.js';
import { saveState } from '../support/saved-state.js';
import { TestApp } from '../support/test-app.js';

/*
 * The public log, read over HTTP by an implementation that is not ours: golang.org/x/mod/sumdb, as Debian has
 * it, without a network of its own. What it takes for good is good; what was bent it refuses.
 */

/** Debian: golang-go and golang-golang-x-mod-dev. */
const GO_SOURCES = '/usr/share/gocode';

let app: TestApp;
let address: string;
let folder: string;
let keys: { log: string; witness: string };
let saved: Awaited<ReturnType<typeof saveState>>;

beforeAll(async () => {
  expect(existsSync(join(GO_SOURCES, 'src/golang.org/x/mod/sumdb/tlog'))).toBe(true);
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  execFileSync(
    'go',
    ['build', '-o', file('check'), join(projectRoot, 'test/faults/foreign-log/main.go')],
    {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GOPATH: GO_SOURCES,
        GOCACHE: file('cache'),
        GO111MODULE: 'off',
        GOPROXY: 'off',
      },
    },
  );
  app = await TestApp.start();
  address = `${await app.app.getUrl()}/log`;
  await growLog(app, 300);
  const asked = await follow('--name', 'library.example');
  keys = { log: readFileSync(file('state/log.key'), 'utf8').trim(), witness: asked.output.trim() };
  await run(logTrust, keys.witness);
  await follow();
  await receipt(120);
  saved = await saveState(app);
}, 240_000);
afterEach(async () => {
  await saved.restore();
  rmSync(file('state'), { recursive: true });
  rmSync(file('seen'), { force: true });
  await follow();
  await receipt(120);
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const file = (name: string) => join(folder, name);
const run = (...[command, ...args]: [Parameters<typeof runCommandOn>[1], ...string[]]) =>
  runCommandOn(app, command, ...args);
const follow = (...more: string[]) =>
  run(witness, '--log', address, '--key', file('key'), '--state', file('state'), '--once', ...more);
const receipt = async (entry: number) => {
  writeFileSync(file('receipt'), `${(await run(logProve, String(entry))).output}\n`);
};
const sql = (text: string) => app.database.execute(text);

/** What the stranger says: the size of the log, or why it does not believe it. */
async function stranger(): Promise<string> {
  const args = [address, keys.log, keys.witness, file('seen'), file('receipt')];
  const child = spawn(file('check'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const [status] = (await once(child, 'close')) as [number];
  return `${status} ${said.trim()}`;
}

/** The office, with its own key, over whatever the journal now says. */
async function signAnew(): Promise<void> {
  await sql('DELETE FROM log_cosignature');
  await sql('DELETE FROM log_checkpoint');
  await sql('DELETE FROM log_node');
  expect(await app.app.get(ExtendLog).run()).toBe('extended');
}

describe('a stranger', () => {
  test('verifies signatures, tiles, entries, receipt and growth', async () => {
    expect(await stranger()).toBe('0 300');
    await growLog(app, 600);
    await follow();
    await receipt(777);
    // One more: the witness was registered.
    expect(await stranger()).toBe('0 901');
    expect(await stranger()).toBe('0 901');
  });

  test('refuses an entry that was changed', async () => {
    expect(await stranger()).toBe('0 300');
    await sql(`UPDATE journal_entry SET hash = '${'ab'.repeat(32)}' WHERE sequence = 5`);
    expect(await stranger()).toMatch(/^1 (tiles|entry|consistency): /);
  });

  test('refuses a root of a tile that was changed', async () => {
    await growLog(app, 600);
    await follow();
    await sql(`UPDATE log_node SET hash = '${'ab'.repeat(32)}' WHERE place = 1`);
    expect(await stranger()).toMatch(/^1 tiles: /);
  });

  test('refuses another past, though the office signed it', async () => {
    expect(await stranger()).toBe('0 300');
    await sql(`UPDATE journal_entry SET hash = '${'ab'.repeat(32)}' WHERE sequence = 5`);
    await growLog(app, 10);
    await signAnew();
    expect(await stranger()).toMatch(/^1 consistency: /);
  });

  test('refuses a checkpoint that no witness saw', async () => {
    await growLog(app, 10);
    expect(await stranger()).toMatch(/^1 cosignature: /);
  });

  test('refuses a receipt of something else', async () => {
    const text = readFileSync(file('receipt'), 'utf8');
    const said = Buffer.from(/extra (\S+)/.exec(text)![1]!, 'base64').toString('utf8');
    const other = Buffer.from(said.replace('programme.note', 'programme.nope')).toString('base64');
    writeFileSync(file('receipt'), text.replace(/extra \S+/, `extra ${other}`));
    expect(await stranger()).toMatch(/^1 receipt: /);
  });
});
