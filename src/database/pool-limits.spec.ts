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
const touch = 'UPDATE chain_head SET public_generation = public_generation';

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
      statement: 800,
      idleInTransaction: 2000,
    });
    database = new Database(await openWithGate(options).initialize());
  });
  afterAll(async () => {
    await database.onApplicationShutdown();
    await place.remove();
  });

  /** A transaction that has done `statement` and goes on until `end`, never idle for long. */
  async function hold(statement: string): Promise<{ end: () => Promise<void> }> {
    let [begun, end] = [() => {}, () => {}];
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const ending = new Promise<void>((resolve) => (end = resolve));
    const holding = database.transaction(async () => {
      await database.execute(statement);
      begun();
      for (let open = true; open;) {
        open = await Promise.race([ending.then(() => false), pause(100, true)]);
        await database.execute('SELECT 1');
      }
    });
    await Promise.race([beginning, holding]);
    return {
      end: () => {
        end();
        return holding;
      },
    };
  }

  it('ends a statement that takes too long, for pages as for transactions', async () => {
    const slow = 'SELECT CAST(pg_sleep(10) AS text) AS slept';
    const began = Date.now();
    expect(await faultIn(database.rows(slow))).toBe('unavailable');
    expect(await faultIn(database.transaction(() => database.rows(slow)))).toBe('unavailable');
    expect(Date.now() - began).toBeLessThan(9000);
  });

  it('ends a wait for a row that another transaction holds', async () => {
    const holder = await hold(touch);
    expect(await faultIn(database.execute(touch))).toBe('unavailable');
    await holder.end();
    await database.execute(touch);
  });

  it('ends a transaction that does nothing, and what it holds', async () => {
    const generation = () => database.number('SELECT public_generation FROM chain_head');
    const before = await generation();
    const hanging = database.transaction(async () => {
      await database.execute('UPDATE chain_head SET public_generation = public_generation + 1');
      await pause(4000);
    });
    expect(await faultIn(hanging)).toBe('unavailable');
    await database.execute(touch);
    expect(await generation()).toBe(before);
  });

  it('ends the wait for a connection when others hold all of them', async () => {
    const holders = await Promise.all(Array.from({ length: connections }, () => hold('SELECT 1')));
    const began = Date.now();
    const late = database.transaction(() => database.execute('SELECT 1'));
    const told = await Promise.race([faultIn(late), pause(10_000, 'still waiting')]);
    expect(told).toBe('unavailable');
    expect(Date.now() - began).toBeGreaterThanOrEqual(1400);
    // Pages read on connections of their own.
    expect(await database.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await Promise.all(holders.map(({ end }) => end()));
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
