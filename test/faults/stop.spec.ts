import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { sqliteFile } from '../../src/database/data-source.js';
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

onSqlite('SIGTERM', () => {
  it('answers what is under way, takes nothing new, closes idle connections, exits 0', async () => {
    const program = await StartedProgram.start(place);
    const idle = connect(program.port, '127.0.0.1').on('error', () => undefined);
    idle.write('GET / HTTP/1.1\r\nHost: biaogan\r\n\r\n');
    await once(idle, 'data');
    const other = new SqliteDatabase(sqliteFile(place.dataDir));
    other.exec('BEGIN IMMEDIATE');
    const underWay = program.write(writer);
    await pause(300);
    const began = Date.now();
    const exit = once(program.process, 'exit');
    program.process.kill('SIGTERM');
    await pause(500);
    await expect(program.get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    other.exec('ROLLBACK');
    other.close();
    expect((await underWay).status).toBe(303);
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - began).toBeLessThan(6000);
    expect(idle.readyState).not.toBe('open');
  }, 60_000);

  it('cuts what does not end, twice told or once, and still exits 0', async () => {
    const program = await StartedProgram.start(place);
    const stuck = connect(program.port, '127.0.0.1').on('error', () => undefined);
    stuck.write(
      'POST /sign-in HTTP/1.1\r\nHost: biaogan\r\ncontent-length: 100\r\n' +
        'content-type: application/x-www-form-urlencoded\r\n\r\nmobile=',
    );
    await pause(300);
    const began = Date.now();
    const exit = once(program.process, 'exit');
    program.process.kill('SIGTERM');
    await pause(200);
    program.process.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - began).toBeGreaterThan(9000);
    expect(Date.now() - began).toBeLessThan(16_000);
  }, 60_000);
});
