import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { type TestDatabase, makeTestDatabase } from '../../test/support/test-database.js';
import { entities } from '../entities.js';
import { PilotSite } from '../merchants/pilot-site.entity.js';
import { makeDataSource } from './data-source.js';
import { Database } from './database.js';
import { newId } from './new-id.js';

let place: TestDatabase;
let database: Database;
const id = newId();

beforeAll(async () => {
  place = await makeTestDatabase();
  database = new Database(await makeDataSource(place, entities, migrations).initialize());
  const site = { divisionCode: '330802', kind: 'town', name: 'locked', sinceYear: 0 } as const;
  await database.repo(PilotSite).insert({ id, ...site });
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await place.remove();
});

describe('database.lock', () => {
  it('lets one transaction at a time decide on a row', async () => {
    const turns = Array.from({ length: 30 }, () =>
      database.transaction(async () => {
        const site = await database.lock(PilotSite, id);
        await new Promise((resolve) => setTimeout(resolve, 3));
        await database.repo(PilotSite).update(id, { sinceYear: site.sinceYear + 1 });
      }),
    );
    await Promise.all(turns);
    const site = await database.repo(PilotSite).findOneByOrFail({ id });
    expect(site.sinceYear).toBe(30);
  });

  it('reads the row as it is now, not as it was loaded before', async () => {
    await database.transaction(async () => {
      const before = await database.lock(PilotSite, id);
      await database.execute('UPDATE pilot_site SET name = ? WHERE id = ?', ['renamed', id]);
      const after = await database.lock(PilotSite, id);
      expect([before.name, after.name]).toEqual(['locked', 'renamed']);
    });
  });

  it('locks several in one order, whatever order they are asked for in', async () => {
    const site = { divisionCode: '330802', kind: 'town', name: 'many', sinceYear: 0 } as const;
    const ids = Array.from({ length: 6 }, () => newId());
    for (const one of ids) await database.repo(PilotSite).insert({ id: one, ...site });
    const turns = Array.from({ length: 12 }, (_, turn) =>
      database.transaction(async () => {
        const wanted = turn % 2 ? ids : ids.toReversed();
        const rows = await database.lockAll(PilotSite, wanted);
        expect(rows.map((row) => row.id)).toEqual(ids.toSorted());
        for (const { id: one, sinceYear } of rows) {
          await database.repo(PilotSite).update(one, { sinceYear: sinceYear + 1 });
        }
      }),
    );
    await Promise.all(turns);
    const after = await database.repo(PilotSite).findBy({ name: 'many' });
    expect(after.map(({ sinceYear }) => sinceYear)).toEqual(Array(6).fill(12));
  });

  it('leaves out of several what is no longer there', async () => {
    await database.transaction(async () => {
      const rows = await database.lockAll(PilotSite, [newId(), id]);
      expect(rows.map((row) => row.id)).toEqual([id]);
      expect(await database.lockAll(PilotSite, [])).toEqual([]);
    });
  });

  it('refuses an unknown row as any other that is not there', async () => {
    const attempt = database.transaction(() => database.lock(PilotSite, newId()));
    await expect(attempt).rejects.toMatchObject({ code: 'errors.notFound', kind: 'missing' });
  });

  it('is refused outside a transaction, where it would hold nothing', async () => {
    await expect(database.lock(PilotSite, id)).rejects.toThrow('in a transaction only');
  });
});
