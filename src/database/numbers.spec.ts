import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { type TestDatabase, makeTestDatabase } from '../../test/support/test-database.js';
import { entities } from '../entities.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';

/** Each of them is text or true with a PostgreSQL driver that was not told otherwise. */
const sql = `SELECT COUNT(*) AS count, SUM(n) AS sum, AVG(n) AS mean, MAX(big) AS big,
                    SUM(CASE WHEN n > 1 THEN 1 ELSE 0 END) AS more, MIN(n) = 1 AS yes, MIN(n) = 2 AS no
             FROM (SELECT 1 AS n, 9007199254740991 AS big UNION ALL SELECT 2, 3) AS numbers`;
const numbers = { count: 2, sum: 3, mean: 1.5, big: 9007199254740991, more: 1, yes: 1, no: 0 };

let place: TestDatabase;
let database: Database;

beforeAll(async () => {
  place = await makeTestDatabase();
  database = new Database(await makeDataSource(place, entities, migrations).initialize());
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await place.remove();
});

describe('numbers are numbers on both engines', () => {
  test('in rows for pages', async () => {
    expect(await database.rows(sql)).toEqual([numbers]);
  });

  test('in one number', async () => {
    expect(await database.number('SELECT COUNT(*) FROM account')).toBe(0);
  });

  test('in a statement inside a transaction', async () => {
    const rows = await database.transaction(() => database.execute(sql));
    expect(rows).toEqual([numbers]);
  });

  test('and nothing is set for a driver that belongs to somebody else', () => {
    const { builtins, getTypeParser } = pg.types;
    expect(getTypeParser(builtins.INT8)('1')).toBe('1');
  });
});
