import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { growLog } from '../../test/support/grow-log.js';
import { runCommandOn } from '../../test/support/run-command.js';
import { saveState } from '../../test/support/saved-state.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Command } from '../command.js';
import { readNote } from '../rules/prooflog/signed-note.js';
import { logProve } from './commands/log-prove.js';
import { logTrust } from './commands/log-trust.js';
import { logVerify } from './commands/log-verify.js';
import { witness } from './commands/witness.js';
import { ExtendLog } from './extend-log.js';

let app: TestApp;
let address: string;
let saved: Awaited<ReturnType<typeof saveState>>;
beforeAll(async () => {
  app = await TestApp.start();
  address = `${await app.app.getUrl()}/log`;
  await growLog(app, 300);
  saved = await saveState(app);
});
afterEach(() => saved.restore());
afterAll(() => app.stop());

const sql = (text: string, values: string[] = []) => app.database.execute(text, values);
const get = (path: string) => fetch(`${address}/${path}`);
const checkpoint = async () => (await get('checkpoint')).text();
const run = (command: Command, ...args: string[]) => runCommandOn(app, command, ...args);
const folder = () => mkdtempSync(join(tmpdir(), 'witness-'));
const follow = (place: string, ...more: string[]) =>
  run(
    witness,
    '--log',
    address,
    '--key',
    join(place, 'key'),
    '--state',
    join(place, 'state'),
    '--once',
    ...more,
  );

test('a witness follows, is registered, cosigns, and its word is shown and proved', async () => {
  const place = folder();
  const first = await follow(place, '--name', 'library.example');
  // Not registered yet, so the office does not take its word.
  expect(first.status).toBe(1);
  expect(first.words).toContain('登记过的见证人');
  const key = first.output.trim();
  expect((await run(logTrust, key)).status).toBe(0);
  expect((await follow(place)).status).toBe(0);
  const note = readNote(await checkpoint())!;
  expect(note.signatures.map(({ name }) => name)).toEqual([expect.any(String), 'library.example']);
  const page = await app.visitor().get('/log');
  expect(page.page.text).toContain('library.example');
  expect(page.page.text).toContain('已副署最新检查点');

  const receipt = join(place, 'receipt.tlog-proof');
  writeFileSync(receipt, `${(await run(logProve, '270')).output}\n`);
  const logKey = (await (await get('key')).text()).trim();
  const verified = await run(logVerify, receipt, '--key', logKey, '--witness', key);
  expect([verified.status, verified.words]).toEqual([0, expect.stringContaining('第270行')]);
  expect(verified.output).toContain('"sequence":270');
  const text = readFileSync(receipt, 'utf8');
  writeFileSync(receipt, text.replace('index 269', 'index 268'));
  expect((await run(logVerify, receipt, '--key', logKey)).status).toBe(1);
  writeFileSync(receipt, text.replace(/extra .{8}/, 'extra AAAAAAAA'));
  expect((await run(logVerify, receipt, '--key', logKey)).words).toContain('算不出');
  expect((await run(logVerify, receipt, '--key', key)).status).toBe(1);

  expect((await run(logTrust, key, '--retire')).status).toBe(0);
  expect((await app.visitor().get('/log')).page.text).toContain('不再见证');
  await growLog(app, 10);
  expect((await follow(place)).status).toBe(1);
  // Whoever was sent away may be asked back.
  expect((await run(logTrust, key)).status).toBe(0);
  expect((await follow(place)).status).toBe(0);
});

test('it sees the log grow, and refuses one with another past', async () => {
  const place = folder();
  await run(logTrust, (await follow(place, '--name', 'w.example')).output.trim());
  await growLog(app, 10);
  const grown = await follow(place, '--json');
  expect(JSON.parse(grown.output)).toMatchObject({ state: 'grown', notTaken: null });
  expect((await follow(place)).words).toContain('没有变化');

  // The whole past made anew, and signed by the office with its own key.
  await sql(`UPDATE journal_entry SET hash = ? WHERE sequence = 5`, ['ab'.repeat(32)]);
  await sql('DELETE FROM log_cosignature');
  await sql('DELETE FROM log_checkpoint');
  await sql('DELETE FROM log_node');
  expect(await app.app.get(ExtendLog).run()).toBe('extended');
  await growLog(app, 10);
  const refused = await follow(place);
  expect([refused.status, refused.words]).toEqual([1, expect.stringContaining('历史有两份')]);
  const evidence = readdirSync(join(place, 'state')).filter((name) => name.startsWith('evidence'));
  const both = readFileSync(join(place, 'state', evidence[0]!), 'utf8').split('=====');
  expect(both.map((text) => text.includes('\n— '))).toEqual([true, true]);
  expect(readNote(await checkpoint())!.signatures).toHaveLength(1);
});

test('it signs nothing that the log did not sign, and no files that do not fit', async () => {
  const place = folder();
  await follow(place, '--name', 'w.example');
  await sql(`UPDATE log_node SET hash = '${'0'.repeat(64)}'`);
  await growLog(app, 10);
  expect((await follow(place)).words).toContain('对不上');
  await saved.restore();
  const other = readFileSync(join(place, 'state', 'log.key'), 'utf8').trim();
  const mine = await run(
    witness,
    '--log',
    address,
    '--key',
    join(place, 'other'),
    '--state',
    join(place, 's2'),
    '--name',
    'x',
    '--log-key',
    other.replace(/[^+]+/, 'elsewhere'),
    '--once',
  );
  expect(mine.status).toBe(2);
  expect(
    (
      await run(
        witness,
        '--log',
        'http://127.0.0.1:9/log',
        '--key',
        join(place, 'key'),
        '--state',
        join(place, 's3'),
        '--once',
      )
    ).status,
  ).toBe(1);
});
