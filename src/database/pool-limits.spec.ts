import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { migrations } from '../../migrations/index.js';
import { TestApp } from '../../test/support/test-app.js';
import { type TestDatabase, makeTestDatabase } from '../../test/support/test-database.js';
import { entities } from '../entities.js';
import { dataSourceOptions, openWithGate } from './data-source.js';
import { Database } from './database.js';
import { faultOf } from './fault-of.js';
import { poolLimits, withPoolLimits } from './pool-limits.js';

const onPostgres = process.env.DATABASE_URL ? describe : describe.skip;
const connections = 10;

const faultIn = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (error: unknown) => faultOf(error) ?? String(error),
  );

onPostgres('a server that keeps one waiting', () => {
  let place: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    place = await makeTestDatabase();
    const options = withPoolLimits(dataSourceOptions(place, entities, migrations), {
      connection: 1500,
      statement: 400,
      idleInTransaction: 400,
    });
    database = new Database(await openWithGate(options).initialize());
  });
  afterAll(async () => {
    await database.onApplicationShutdown();
    await place.remove();
  });

  it('ends a statement that takes too long, for pages as for transactions', async () => {
    const slow = 'SELECT CAST(pg_sleep(5) AS text) AS slept';
    const began = Date.now();
    expect(await faultIn(database.rows(slow))).toBe('unavailable');
    expect(await faultIn(database.transaction(() => database.rows(slow)))).toBe('unavailable');
    expect(Date.now() - began).toBeLessThan(4500);
  });

  it('ends a wait for a row that another transaction holds', async () => {
    const touch = () =>
      database.execute('UPDATE chain_head SET public_generation = public_generation');
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const holder = database.transaction(async () => {
      await touch();
      // Asked again and again, so that it is not taken for one that hangs.
      for (let open = true; open;) {
        open = await Promise.race([ended.then(() => false), pause(100, true)]);
        await database.execute('SELECT 1');
      }
    });
    expect(await faultIn(touch())).toBe('unavailable');
    end();
    await holder;
    await touch();
  });

  it('ends a transaction that does nothing, and what it holds', async () => {
    const hanging = database.transaction(async () => {
      await database.execute('UPDATE chain_head SET public_generation = public_generation + 1');
      await pause(1200);
    });
    expect(await faultIn(hanging)).toBe('unavailable');
    await database.execute('UPDATE chain_head SET public_generation = public_generation');
  });

  it('ends the wait for a connection when others hold all of them', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    let begun = 0;
    const holders = Array.from({ length: connections }, () =>
      database.transaction(async () => {
        begun += 1;
        for (let open = true; open;) {
          open = await Promise.race([ended.then(() => false), pause(100, true)]);
          await database.execute('SELECT 1');
        }
      }),
    );
    while (begun < connections) await pause(20);
    const began = Date.now();
    const late = database.transaction(() => database.execute('SELECT 1'));
    const told = await Promise.race([faultIn(late), pause(10_000, 'still waiting')]);
    expect(told).toBe('unavailable');
    expect(Date.now() - began).toBeGreaterThanOrEqual(1400);
    // Pages read on connections of their own.
    expect(await database.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    end();
    await Promise.all(holders);
  });
});

onPostgres('the server that people start', () => {
  it('has these limits on both kinds of connections', async () => {
    const app = await TestApp.start();
    try {
      const asked = `SELECT current_setting('statement_timeout') AS statement,
                            current_setting('idle_in_transaction_session_timeout') AS idle`;
      const set = {
        statement: `${poolLimits.statement / 1000}s`,
        idle: `${poolLimits.idleInTransaction / 1000}s`,
      };
      expect(await app.database.row(asked)).toEqual(set);
      expect(await app.database.transaction(() => app.database.row(asked))).toEqual(set);
    } finally {
      await app.stop();
    }
  });
});
