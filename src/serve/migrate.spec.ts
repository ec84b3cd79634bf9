import { migrations } from '../../migrations/index.js';
import { makeTestDatabase } from '../../test/support/test-database.js';
import type { Config } from '../config/config.js';
import { makeDataSource } from '../database/data-source.js';
import { migrateDatabase } from './migrate.command.js';

it('a database of an earlier development version is refused with what to do', async () => {
  const place = await makeTestDatabase();
  const config = place as unknown as Config;
  expect(await migrateDatabase(config)).toBe(0);
  const source = await makeDataSource(place, [], migrations).initialize();
  await source.query(`UPDATE city_setting SET value = 'other' WHERE name = 'foundation'`);
  await source.destroy();
  await expect(migrateDatabase(config)).rejects.toMatchObject({ code: 'config.otherFoundation' });
  await place.remove();
});
