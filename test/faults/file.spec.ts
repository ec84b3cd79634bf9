import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteFile } from '../../src/database/data-source.js';
import { keptWrites } from '../support/kept-writes.js';
import { StartedProgram, type Writer, makeWriter } from '../support/started-program.js';
import { type TestDatabase, makeTestDatabase } from '../support/test-database.js';

const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

let place: TestDatabase;
let writer: Writer;
beforeAll(async () => {
  place = await makeTestDatabase();
  writer = await makeWriter(place);
}, 240_000);
afterAll(() => place.remove());

/** A small disk of its own; only the administrator of a machine can make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'biaogan-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]);
  return status === 0 ? folder : null;
}

onSqlite('a full disk', () => {
  it('is told while it lasts, and the next write after it succeeds', async () => {
    const disk = smallDisk();
    // The same fault inside one process, for everybody: src/database/sqlite-faults.spec.ts.
    if (!disk) return;
    copyFileSync(sqliteFile(place.dataDir), sqliteFile(disk));
    const program = await StartedProgram.start({ dataDir: disk, databaseUrl: null });
    try {
      expect((await program.write(writer)).status).toBe(303);
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
      let kept = 1;
      let last = await program.write(writer);
      for (; last.status === 303 && kept < 500; kept += 1) last = await program.write(writer);
      expect([last.status, last.headers['retry-after']]).toEqual([503, '10']);
      expect((await program.write(writer)).status).toBe(503);
      expect((await program.get('/notices')).status).toBe(200);
      rmSync(join(disk, 'filler'));
      expect((await program.write(writer)).status).toBe(303);
      await program.kill();
      const found = await keptWrites({ ...place, dataDir: disk });
      expect(found).toEqual({ writes: kept + 1, whole: true });
    } finally {
      await program.kill();
      spawnSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  }, 120_000);
});

onSqlite('a lock that another process holds for 6.5 seconds', () => {
  it('is told after the limit, stops no page, and the next write succeeds', async () => {
    const program = await StartedProgram.start(place);
    for (const path of ['/', '/notices', '/awards']) await program.get(path);
    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const file = new (require('better-sqlite3'))(process.argv[1]);
         file.exec('BEGIN IMMEDIATE');
         console.log('held');
         setTimeout(() => { file.exec('ROLLBACK'); file.close(); }, 6500);`,
        sqliteFile(place.dataDir),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(holder, 'exit');
    await once(holder.stdout, 'data');
    const began = Date.now();
    const refused = [program.write(writer), program.write(writer), program.write(writer)];
    let longest = 0;
    while (Date.now() - began < 4500) {
      const asked = performance.now();
      expect((await program.get('/notices')).status).toBe(200);
      longest = Math.max(longest, performance.now() - asked);
    }
    for (const answer of await Promise.all(refused)) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '10']);
    }
    expect(Date.now() - began).toBeLessThan(6400);
    expect(longest).toBeLessThan(500);
    await ended;
    expect((await program.write(writer)).status).toBe(303);
    await program.kill();
  }, 60_000);
});
