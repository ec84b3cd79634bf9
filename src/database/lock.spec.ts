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

  it('refuses an unknown row as any other that is not there', async () => {
    const attempt = database.transaction(() => database.lock(PilotSite, newId()));
    await expect(attempt).rejects.toMatchObject({ code: 'errors.notFound', kind: 'missing' });
  });

  it('is refused outside a transaction, where it would hold nothing', async () => {
    await expect(database.lock(PilotSite, id)).rejects.toThrow('in a transaction only');
  });
});
