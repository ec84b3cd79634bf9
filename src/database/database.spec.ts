import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { type TestDatabase, makeTestDatabase } from '../../test/support/test-database.js';
import { entities } from '../entities.js';
import { PilotSite } from '../merchants/pilot-site.entity.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';
import { newId } from './new-id.js';

let place: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  place = await makeTestDatabase();
  source = await makeDataSource(place, entities, migrations).initialize();
  database = new Database(source);
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await place.remove();
});

function site(name: string): PilotSite {
  return Object.assign(new PilotSite(), {
    id: newId(),
    divisionCode: '330802',
    kind: 'town',
    name,
    sinceYear: 2013,
  });
}

const save = (name: string) => database.repo(PilotSite).save(site(name));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function names(prefix: string): Promise<string[]> {
  const rows = await database.rows<{ name: string }>(
    'SELECT name FROM pilot_site WHERE name LIKE ? ORDER BY name',
    [`${prefix}%`],
  );
  return rows.map((row) => row.name);
}

describe('transactions on one SQLite file or PostgreSQL', () => {
  test('two transactions in one tick both commit', async () => {
    await Promise.all([
      database.transaction(async () => {
        await save('a1');
        await pause(5);
        await save('a2');
      }),
      database.transaction(async () => {
        await save('a3');
        await save('a4');
      }),
    ]);
    expect(await names('a')).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  test("a plain save during another's transaction survives that one's rollback", async () => {
    const failing = database.transaction(async () => {
      await save('b-lost');
      await pause(10);
      throw new Error('no');
    });
    const plain = pause(2).then(() => save('b-kept'));
    await expect(failing).rejects.toThrow('no');
    await plain;
    expect(await names('b')).toEqual(['b-kept']);
  });

  test('a commit is not undone by a neighbour that fails at the same time', async () => {
    const results = await Promise.allSettled([
      database.transaction(async () => {
        await save('c-kept');
        await pause(5);
      }),
      database.transaction(async () => {
        await save('c-lost');
        throw new Error('no');
      }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect(await names('c')).toEqual(['c-kept']);
  });

  test('a page reads committed rows only, and cannot write', async () => {
    let look = (): void => undefined;
    const looked = new Promise<void>((resolve) => (look = resolve));
    const saved = pause(0).then(() =>
      database.transaction(async () => {
        await save('d1');
        expect(await database.repo(PilotSite).countBy({ name: 'd1' })).toBe(1);
        await looked;
      }),
    );
    await pause(20);
    const seenMeanwhile = await names('d');
    look();
    await saved;
    expect(seenMeanwhile).toEqual([]);
    expect(await names('d')).toEqual(['d1']);
    // The native module keeps the error class of whichever spec file loaded it first.
    const refusal = await database
      .rows("DELETE FROM pilot_site WHERE name = 'd1' RETURNING id")
      .then(
        () => 'written',
        (error: { message: string }) => error.message,
      );
    expect(refusal).toMatch(/readonly|read-only/);
  });

  test('a transaction reads its own rows, and nobody else does before the commit', async () => {
    const count = "SELECT COUNT(*) AS how_many FROM pilot_site WHERE name LIKE 'g%'";
    await database.transaction(async () => {
      await save('g1');
      expect(await names('g')).toEqual(['g1']);
      expect(await database.row(count)).toEqual({ howMany: 1 });
      expect(await database.number(count)).toBe(1);
    });
    expect(await names('g')).toEqual(['g1']);
  });

  test('what is asked at once inside a transaction reaches its connection one by one', async () => {
    if (database.engine === 'sqlite') return;
    let asked = 0;
    let most = 0;
    await database.transaction(async () => {
      const client = (await database.repo(PilotSite).queryRunner!.connect()) as {
        query(...question: unknown[]): Promise<unknown>;
      };
      const query = client.query.bind(client);
      client.query = async (...question) => {
        asked += 1;
        most = Math.max(most, asked);
        return query(...question).finally(() => (asked -= 1));
      };
      await Promise.all([names('g'), save('g2'), names('g'), save('g3')]);
      client.query = query;
    });
    expect(most).toBe(1);
    expect(await names('g')).toEqual(['g1', 'g2', 'g3']);
  });

  test('reads are counted inside a transaction as outside', async () => {
    const before = database.readCount;
    await names('g');
    await database.transaction(() => names('g'));
    expect(database.readCount - before).toBe(2);
  });

  test('more transactions than connections, each with reads, all end', async () => {
    const all = Array.from({ length: 24 }, (_, number) =>
      database.transaction(async () => {
        await pause(20);
        await names('h');
        await save(`h${String(number).padStart(2, '0')}`);
      }),
    );
    await Promise.all(all);
    expect(await names('h')).toHaveLength(24);
  });

  test('400 concurrent jobs with random failures lose no acknowledged write and leave no other', async () => {
    const acknowledged: string[] = [];
    const jobs = Array.from({ length: 400 }, async (_, number) => {
      const name = `e${String(number).padStart(3, '0')}`;
      const fails = (number * 7919) % 5 === 0;
      try {
        if (number % 3 === 0) await save(name);
        else {
          await database.transaction(async () => {
            await save(`${name}-1`);
            if (number % 2) await pause(number % 4);
            if (fails) throw new Error('planned');
            await save(`${name}-2`);
          });
        }
        acknowledged.push(...(number % 3 === 0 ? [name] : [`${name}-1`, `${name}-2`]));
      } catch (error) {
        if ((error as Error).message !== 'planned') throw error;
      }
    });
    await Promise.all(jobs);
    expect(await names('e')).toEqual(acknowledged.sort());
  });

  test('an inner transaction joins the outer one', async () => {
    await expect(
      database.transaction(async () => {
        await database.transaction(() => save('f1'));
        throw new Error('outer');
      }),
    ).rejects.toThrow('outer');
    expect(await names('f')).toEqual([]);
  });

  test('effects wait for the commit and never follow a rollback', async () => {
    const told: string[] = [];
    await database.transaction(async () => {
      await database.afterCommit(() => void told.push('after'));
      told.push('inside');
    });
    await database
      .transaction(async () => {
        await database.afterCommit(() => void told.push('never'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(told).toEqual(['inside', 'after']);
  });

  test('an effect that fails leaves the act as it was kept, and the other effects their turn', async () => {
    const faults: unknown[] = [];
    const careful = new Database(source, (error) => void faults.push(error));
    const told: string[] = [];
    const answer = await careful.transaction(async () => {
      await careful.afterCommit(() => {
        throw new Error('away');
      });
      await careful.afterCommit(() => Promise.reject(new Error('far away')));
      await careful.afterCommit(() => void told.push('after'));
      return 'kept';
    });
    expect([answer, told, faults]).toEqual([
      'kept',
      ['after'],
      [new Error('away'), new Error('far away')],
    ]);
  });

  test('a fresh schema has no drift from the entities', async () => {
    const log = await source.driver.createSchemaBuilder().log();
    expect(log.upQueries.map((query) => query.query)).toEqual([]);
  });
});
