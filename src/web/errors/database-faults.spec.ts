import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { CutLine } from '../../../test/support/cut-line.js';
import { office, password, type Person } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { type TestDatabase, makeTestDatabase } from '../../../test/support/test-database.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { sqliteFile } from '../../database/data-source.js';
import { MessageQueries } from '../../notifications/message.queries.js';
import { Assets } from '../assets.js';

const onPostgres = process.env.DATABASE_URL ? describe : describe.skip;
const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

const quiet = { LOG_LEVEL: 'fatal' };
const sentence = '系统暂时无法读写数据';

function expectUnavailable({ status, headers, text }: Visitor): void {
  expect([status, headers['retry-after'], text.includes(sentence)]).toEqual([503, '10', true]);
}

onPostgres('a lost PostgreSQL server', () => {
  let place: TestDatabase;
  let line: CutLine;
  let app: TestApp;
  let registrar: Person;

  beforeAll(async () => {
    place = await makeTestDatabase();
    line = await CutLine.to(place.databaseUrl!);
    app = await TestApp.start(quiet, { ...place, databaseUrl: line.databaseUrl });
    registrar = await office(app, 'CityRegistrar');
  });
  afterAll(async () => {
    await app.app.close();
    await line.cut();
    await place.remove();
  });

  it('is told in a sentence on every kind of page, and forgotten once it is back', async () => {
    const guest = app.visitor();
    await guest.get('/');
    expect(guest.status).toBe(200);
    await guest.get('/sign-in');
    const { token } = guest;
    await registrar.visitor.get('/office');
    expect(registrar.visitor.status).toBe(200);

    await line.cut();
    // A kept page, a page to be made, one of a session, a form, and what a program asks.
    expectUnavailable(await app.visitor().get('/'));
    expectUnavailable(await app.visitor().get('/notices'));
    expectUnavailable(await registrar.visitor.get('/office'));
    const typed = { _csrf: token, mobile: '13900000000', password };
    expectUnavailable(await guest.post('/sign-in', typed));
    const program = await app.visitor().get('/notices', { accept: 'application/json' });
    expect(program.status).toBe(503);
    expect(JSON.parse(program.html)).toMatchObject({ error: { code: 'errors.text.503' } });
    // What needs no data goes on.
    const { css } = app.app.get(Assets).of('');
    expect((await app.visitor().get(css)).status).toBe(200);

    await line.mend();
    expect((await app.visitor().get('/')).status).toBe(200);
    expect((await registrar.visitor.get('/office')).status).toBe(200);
    await guest.get('/sign-in');
    await guest.submit('/sign-in', { mobile: '13900000000', password });
    expect(guest.status).toBe(422);
  });

  it('is not what a character means that PostgreSQL cannot store', async () => {
    expect((await app.visitor().get('/awards?name=%00')).status).toBe(400);
  });

  it('in the middle of a transaction keeps nothing of it', async () => {
    const count = 'SELECT COUNT(*) FROM journal_entry';
    const before = await app.database.number(count);
    const broken = app.database.transaction(async () => {
      await app.database.execute('UPDATE chain_head SET public_generation = public_generation + 1');
      await line.cut();
      await app.database.rows('SELECT 1 AS one');
    });
    await expect(broken).rejects.toThrow();
    await line.mend();
    expect(await app.database.number(count)).toBe(before);
    // Nobody holds the row that was taken.
    await app.database.execute('UPDATE chain_head SET public_generation = public_generation');
  });
});

describe('a database that is lost in the middle of a page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start(quiet);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => app.stop());

  it('is told to somebody signed in without being asked again', async () => {
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get('/messages');
    expect(visitor.page.querySelector('.masthead-messages')).not.toBeNull();
    jest.spyOn(app.app.get(MessageQueries), 'inbox').mockImplementation(async () => {
      for (const ask of ['rows', 'row', 'number', 'execute', 'transaction'] as const) {
        jest.spyOn(app.database, ask).mockImplementation(async () => lost());
      }
      const session = { upsert: async () => lost(), delete: async () => lost() };
      jest.spyOn(app.database, 'repo').mockReturnValue(session as never);
      return lost();
    });
    expectUnavailable(await visitor.get('/messages'));
    // Who reads, what they may open and their token are not known to a page that needs no data.
    expect(visitor.page.querySelector('.masthead-messages')).toBeNull();
    expect(visitor.page.querySelector('input[name=_csrf]')).toBeNull();
    jest.restoreAllMocks();
    expect((await visitor.get('/messages')).status).toBe(200);
  });

  it('ends a page that is kept, and not the program', async () => {
    await app.visitor().get('/');
    jest.spyOn(app.database, 'number').mockImplementation(lost);
    expectUnavailable(await app.visitor().get('/'));
    expect((await app.visitor().get(app.app.get(Assets).of('').css)).status).toBe(200);
    jest.restoreAllMocks();
    expect((await app.visitor().get('/')).status).toBe(200);
  });
});

/** As SQLite throws it, at once and not as the answer to a promise. */
function lost(): never {
  throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
}

onSqlite('a file that another process has locked', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start(quiet);
  });
  afterAll(() => app.stop());

  it('ends a write with 503 after the limit, while pages are answered at once', async () => {
    const { mobile } = await office(app, 'CityRegistrar');
    const guest = app.visitor();
    await guest.get('/sign-in');
    const other = new SqliteDatabase(sqliteFile(app.place.dataDir));
    other.exec('BEGIN IMMEDIATE');
    const refused = guest.submit('/sign-in', { mobile, password });
    let longest = 0;
    let pages = 0;
    const until = Date.now() + 4000;
    while (Date.now() < until) {
      const began = performance.now();
      const page = await app.visitor().get(['/', '/notices', '/awards'][pages % 3]!);
      longest = Math.max(longest, performance.now() - began);
      expect(page.status).toBe(200);
      pages += 1;
    }
    expectUnavailable(await refused);
    other.exec('ROLLBACK');
    other.close();
    // The first page of each address is made; none of them waits for the lock.
    expect(pages).toBeGreaterThan(20);
    expect(longest).toBeLessThan(1500);
    await guest.get('/sign-in');
    await guest.submit('/sign-in', { mobile, password });
    expect([guest.status, guest.path]).toEqual([200, '/office']);
  }, 60_000);
});
