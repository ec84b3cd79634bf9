import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../test/support/award-steps.js';
import { type CommandResult, runCommandOn } from '../../test/support/run-command.js';
import { saveState } from '../../test/support/saved-state.js';
import type { Command } from '../command.js';
import { Journal } from '../journal/journal.js';
import { PhaseClock } from '../programmes/phase-clock.js';
import { EMPTY_ROOT, leafHash, treeHash } from '../rules/prooflog/merkle.js';
import { readLogHead } from '../rules/prooflog/log-checkpoint.js';
import { isNoteSigned, readNote, readVerifierKey } from '../rules/prooflog/signed-note.js';
import { hashesOf } from '../rules/prooflog/tiles.js';
import { logConsistency } from './commands/log-consistency.js';
import { logProve } from './commands/log-prove.js';
import { logTrust } from './commands/log-trust.js';
import { logVerify } from './commands/log-verify.js';
import { witness } from './commands/witness.js';
import { ExtendLog } from './extend-log.js';

let award: AwardSteps;
let address: string;
let saved: Awaited<ReturnType<typeof saveState>>;
beforeAll(async () => {
  award = await AwardSteps.open();
  address = `${await award.app.app.getUrl()}/log`;
}, 120_000);
afterAll(() => award.app.stop());

const sql = (text: string, values: (string | number)[] = []) =>
  award.app.database.execute(text, values);
const get = (path: string) => fetch(`${address}/${path}`);
const checkpoint = async () => (await get('checkpoint')).text();
const head = async () => readLogHead(readNote(await checkpoint())!.text)!;
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
const entries = async () => {
  const row = await award.app.database.row<{ n: number }>('SELECT sequence AS n FROM chain_head');
  return row!.n;
};
const run = (command: Command, ...args: string[]): Promise<CommandResult> =>
  runCommandOn(award.app, command, ...args);
const record = (subjectId: string) =>
  award.app.app.get(Journal).record({
    actorId: null,
    actorRole: 'System',
    event: 'programme.note',
    subjectType: 'programme',
    subjectId,
  });
const fill = async (upTo: number) => {
  for (let at = await entries(); at < upTo; at += 1) await record(`s${at}`);
};
/** A night passes. */
let day = 2;
const night = async () => {
  award.app.clock.moveTo(`2026-06-${String(day).padStart(2, '0')}T02:00:00.000Z`);
  day += 1;
  await award.app.app.get(PhaseClock).run();
};

describe('before the lock', () => {
  test('the log grows by whole tiles only, whatever judges do', async () => {
    expect((await get('checkpoint')).status).toBe(404);
    await night();
    expect(await head()).toMatchObject({ size: 0, root: EMPTY_ROOT });
    await fill(255);
    await night();
    expect((await head()).size).toBe(0);
    await fill(259);
    await night();
    expect((await head()).size).toBe(256);
    expect((await get('tile/0/000')).status).toBe(200);
    expect((await get('tile/0/001.p/1')).status).toBe(404);
    expect((await get('tile/entries/001.p/1')).status).toBe(404);
    expect((await get('tile/1/000.p/1')).status).toBe(200);
  });

  test('an entry that is not shown yet is proved later', async () => {
    const later = await run(logProve, '258');
    expect([later.status, later.output]).toEqual([1, '']);
    expect(later.words).toContain('还没有进入公开日志');
    expect((await run(logProve, '256')).status).toBe(0);
  });
});

describe('after the lock', () => {
  beforeAll(async () => {
    await award.toPublicity();
    saved = await saveState(award.app);
  }, 120_000);
  afterEach(() => saved.restore());

  test('it reaches as far as the checkpoint of the publication', async () => {
    const sent = await award.app.database.rows<{ sequence: number }>(
      'SELECT sequence FROM checkpoint ORDER BY sequence DESC',
    );
    expect((await head()).size).toBe(sent[0]!.sequence);
  });

  test('its files give the signed root, and the leaves are the hashes of the journal', async () => {
    const key = readVerifierKey((await (await get('key')).text()).trim())!;
    const note = readNote(await checkpoint())!;
    expect(isNoteSigned(note, key)).toBe(true);
    const { size, root, origin } = readLogHead(note.text)!;
    expect(origin).toBe(key.name);
    expect(size).toBeGreaterThan(256);
    const tiles = [await bytes('tile/0/000'), await bytes(`tile/0/001.p/${size - 256}`)];
    expect(treeHash(hashesOf(Buffer.concat(tiles)))).toEqual(root);
    expect(await bytes('tile/1/000.p/1')).toEqual(treeHash(hashesOf(tiles[0]!)));
    const bundle = await bytes('tile/entries/000');
    expect(bundle.length).toBe(256 * 34);
    const rows = await award.app.database.rows<{ hash: string }>(
      'SELECT hash FROM journal_entry ORDER BY sequence LIMIT 256',
    );
    const leaves = rows.map((_, at) => bundle.subarray(at * 34 + 2, (at + 1) * 34));
    expect(leaves.map((leaf) => leaf.toString('hex'))).toEqual(rows.map(({ hash }) => hash));
    expect(Buffer.concat(leaves.map(leafHash))).toEqual(tiles[0]);
  });

  test('files that never change may be kept, the checkpoint hardly', async () => {
    const kept = (await get('tile/0/000')).headers;
    expect(kept.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(kept.get('content-type')).toBe('application/octet-stream');
    const short = (await get('checkpoint')).headers;
    expect(short.get('cache-control')).toBe('public, max-age=5');
    expect(short.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test.each([
    'tile',
    'tile/0',
    'tile/0/002',
    'tile/2/000',
    'tile/0/0000',
    'tile/0/%30%30%30',
    'tile/0/001.p/256',
    'tile/a/000',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('a log that no longer begins as it was signed is not signed on, and names where it was bent', async () => {
    expect(JSON.parse((await run(logVerify, '--json')).output)).toMatchObject({ ok: true });
    await sql(`UPDATE journal_entry SET hash = ? WHERE sequence = 270`, ['ab'.repeat(32)]);
    await record('x');
    const size = (await head()).size;
    await night();
    expect(await award.app.app.get(ExtendLog).run()).toBe('broken');
    expect((await head()).size).toBe(size);
    const found = await run(logVerify, '--json');
    expect([found.status, JSON.parse(found.output)]).toEqual([
      1,
      { ok: false, size, reason: 'root' },
    ]);
  });

  const bent: [string, string, string][] = [
    ['an entry gone', 'DELETE FROM journal_entry WHERE sequence = 270', 'short'],
    [
      'a root changed',
      `UPDATE log_checkpoint SET root = '${'0'.repeat(64)}' WHERE size = 256`,
      'signature',
    ],
    ['a kept root changed', `UPDATE log_node SET hash = '${'0'.repeat(64)}'`, 'kept'],
    ['a kept root gone', 'DELETE FROM log_node', 'kept'],
    ['another name', `UPDATE log_checkpoint SET origin = 'x' WHERE size = 256`, 'signature'],
  ];
  test.each(bent)('%s is found', async (_, change, reason) => {
    await sql(change);
    const found = await run(logVerify, '--json');
    expect([found.status, JSON.parse(found.output)]).toMatchObject([1, { ok: false, reason }]);
    const said = await run(logVerify);
    expect(said.words).toContain('对不上');
  });

  test('a checkpoint somebody kept is part of it, a bent one is not', async () => {
    const same = await run(logConsistency, '256');
    expect(same.status).toBe(0);
    expect(same.output.split('\n').length).toBeGreaterThan(0);
    const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'kept');
    writeFileSync(file, await checkpoint());
    await night();
    expect((await run(logConsistency, file, '--json')).status).toBe(0);
    writeFileSync(file, (await checkpoint()).replace(/\n.{43}=\n/, `\n${'A'.repeat(43)}=\n`));
    const found = await run(logConsistency, file, '--json');
    expect([found.status, JSON.parse(found.output)]).toMatchObject([1, { ok: false, proof: null }]);
    expect((await run(logConsistency, '999')).status).toBe(2);
    expect((await run(logConsistency, 'x')).status).toBe(2);
  });

  test('an entry older than the salt is blinded, and neither it nor its neighbour is proved', async () => {
    const before = await bytes('tile/entries/000');
    await sql('INSERT INTO log_blind (sequence, blind) VALUES (?, ?)', [10, 'cd'.repeat(32)]);
    const after = await bytes('tile/entries/000');
    const differing = [...before.keys()].filter((at) => before[at] !== after[at]);
    expect(differing.length).toBeGreaterThan(20);
    expect(differing.every((at) => Math.floor(at / 34) === 9)).toBe(true);
    const proved = await Promise.all(['9', '10', '11', '12'].map((one) => run(logProve, one)));
    expect(proved.map(({ status }) => status)).toEqual([0, 1, 1, 0]);
  });
});

describe('a witness', () => {
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
  afterEach(() => saved.restore());

  test('follows, is registered, cosigns, and its word is shown and proved', async () => {
    const place = folder();
    const first = await follow(place, '--name', 'library.example');
    // Not registered yet, so the office does not take its word.
    expect(first.status).toBe(1);
    expect(first.words).toContain('登记过的见证人');
    const key = first.output.trim();
    expect((await run(logTrust, key)).status).toBe(0);
    expect((await follow(place)).status).toBe(0);
    const note = readNote(await checkpoint())!;
    expect(note.signatures.map(({ name }) => name)).toEqual([
      expect.any(String),
      'library.example',
    ]);
    const page = await award.app.visitor().get('/log');
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
    expect((await award.app.visitor().get('/log')).page.text).toContain('不再见证');
    await night();
    expect((await follow(place)).status).toBe(1);
  });

  test('sees the log grow, and refuses one with another past', async () => {
    const place = folder();
    await run(logTrust, (await follow(place, '--name', 'w.example')).output.trim());
    await night();
    const grown = await follow(place, '--json');
    expect(JSON.parse(grown.output)).toMatchObject({ state: 'grown', notTaken: null });
    expect((await follow(place)).words).toContain('没有变化');

    // The whole past made anew, and signed by the office with its own key.
    await sql(`UPDATE journal_entry SET hash = ? WHERE sequence = 5`, ['ab'.repeat(32)]);
    await sql('DELETE FROM log_cosignature');
    await sql('DELETE FROM log_checkpoint');
    await sql('DELETE FROM log_node');
    await record('x');
    expect(await award.app.app.get(ExtendLog).run()).toBe('extended');
    await night();
    const refused = await follow(place);
    expect([refused.status, refused.words]).toEqual([1, expect.stringContaining('历史有两份')]);
    const evidence = readdirSync(join(place, 'state')).filter((name) =>
      name.startsWith('evidence'),
    );
    const both = readFileSync(join(place, 'state', evidence[0]!), 'utf8').split('=====');
    expect(both.map((text) => text.includes('\n— '))).toEqual([true, true]);
    expect(readNote(await checkpoint())!.signatures).toHaveLength(1);
  });

  test('signs nothing that the log did not sign, and no files that do not fit', async () => {
    const place = folder();
    await follow(place, '--name', 'w.example');
    await sql(`UPDATE log_node SET hash = '${'0'.repeat(64)}'`);
    await night();
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
});
