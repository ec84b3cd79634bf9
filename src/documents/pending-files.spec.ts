import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Config } from '../config/config.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { PendingFiles } from './pending-files.js';

let dataDir: string;
let pending: PendingFiles;
const folder = () => join(dataDir, 'imports');
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pending-'));
  pending = new PendingFiles({ dataDir } as Config);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('a table between preview and confirmation', () => {
  const names = Array.from({ length: 40 }, (_, at) => hashOf(at));

  test('is kept while others confirm theirs at the same moment', async () => {
    for (const name of names) await pending.keep(name, Buffer.from(name));
    const added = names.map((name) => hashOf(name));
    await Promise.all([
      ...added.map((name) => pending.keep(name, Buffer.from(name))),
      ...names.map((name) => pending.forget(name)),
    ]);
    expect(readdirSync(folder()).toSorted()).toEqual(added.toSorted());
  });

  test('is whole whenever it is taken, however often it is kept', async () => {
    const [name = ''] = names;
    const content = Buffer.alloc(4_000_000, 'a');
    await pending.keep(name, content);
    const sizes = new Set<number | undefined>();
    const keeping = Promise.all([pending.keep(name, content), pending.keep(name, content)]);
    for (let turn = 0; turn < 30; turn += 1) sizes.add((await pending.take(name))?.length);
    await keeping;
    expect([...sizes]).toEqual([content.length]);
  });

  test('goes when nobody has confirmed it for a day, and nobody but its owner reads it', async () => {
    const [old = '', fresh = ''] = names;
    await pending.keep(old, Buffer.from('old'));
    const before = Date.now() / 1000 - 86_500;
    utimesSync(join(folder(), old), before, before);
    await pending.keep(fresh, Buffer.from('fresh'));
    expect([await pending.take(old), String(await pending.take(fresh))]).toEqual([null, 'fresh']);
    expect(statSync(join(folder(), fresh)).mode & 0o777).toBe(0o600);
    expect(await pending.take('../secret')).toBeNull();
  });
});
