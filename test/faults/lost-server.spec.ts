import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CutLine } from '../support/cut-line.js';
import { keptWrites } from '../support/kept-writes.js';
import { StartedProgram, type Writer, makeWriter } from '../support/started-program.js';
import { type TestDatabase, makeTestDatabase } from '../support/test-database.js';

const onPostgres = process.env.DATABASE_URL ? describe : describe.skip;

let place: TestDatabase;
let writer: Writer;
beforeAll(async () => {
  place = await makeTestDatabase();
  writer = await makeWriter(place);
}, 240_000);
afterAll(() => place.remove());

onPostgres('PostgreSQL', () => {
  it('ending all connections again and again loses no acknowledged write and stops nobody', async () => {
    const program = await StartedProgram.start(place);
    const admin = new pg.Client({ connectionString: place.databaseUrl! });
    admin.on('error', () => undefined);
    await admin.connect();
    let [acknowledged, refused] = [0, 0];
    const under = new AbortController();
    const writing = Array.from({ length: 4 }, async () => {
      while (!under.signal.aborted) {
        const { status } = await program.write(writer);
        if (status === 303) acknowledged += 1;
        else {
          expect([409, 503]).toContain(status);
          refused += 1;
        }
      }
    });
    for (let time = 0; time < 20; time += 1) {
      await pause(150);
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    under.abort();
    await Promise.all(writing);
    await admin.end();
    expect((await program.write(writer)).status).toBe(303);
    expect((await program.get('/')).status).toBe(200);
    await program.kill();
    const { writes, whole } = await keptWrites(place);
    expect(whole).toBe(true);
    expect(writes).toBeGreaterThanOrEqual(acknowledged + 1);
    expect(writes).toBeLessThanOrEqual(acknowledged + 1 + refused);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);

  it('gone for a while is told with 503, and the program goes on when it is back', async () => {
    const line = await CutLine.to(place.databaseUrl!);
    const program = await StartedProgram.start({ ...place, databaseUrl: line.databaseUrl });
    try {
      await line.cut();
      for (const answer of [await program.get('/'), await program.write(writer)]) {
        expect([answer.status, answer.headers['retry-after']]).toEqual([503, '10']);
      }
      await line.mend();
      expect((await program.get('/')).status).toBe(200);
      expect((await program.write(writer)).status).toBe(303);
    } finally {
      await program.kill();
      await line.cut();
    }
  }, 60_000);
});
