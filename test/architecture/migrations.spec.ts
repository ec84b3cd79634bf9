import { expect, test } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { makeTestDatabase } from '../support/test-database.js';

test('every migration goes down to nothing and up again without drift', async () => {
  const place = await makeTestDatabase();
  const source = await makeDataSource(place, entities, migrations).initialize();
  for (const _ of migrations) await source.undoLastMigration();
  const tables = await source.query(
    place.databaseUrl
      ? `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  expect(tables).toEqual([{ name: 'migrations' }]);
  await source.runMigrations();
  const log = await source.driver.createSchemaBuilder().log();
  expect(log.upQueries.map((query) => query.query)).toEqual([]);
  await source.destroy();
  await place.remove();
});
