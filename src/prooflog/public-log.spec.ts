import { mkdtempSync, writeFileSync } from 'node:fs';
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
import { logVerify } from './commands/log-verify.js';
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
