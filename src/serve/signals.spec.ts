import { ChildProgram } from '../../test/support/child-program.js';
import { startSecret } from '../../test/support/serve-attempt.js';
import { type TestDatabase, makeEmptyDatabase } from '../../test/support/test-database.js';

describe('a server that is asked to end', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await makeEmptyDatabase();
  });
  afterAll(() => place.remove());

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'by %s ends in order: a service manager, a keyboard, a terminal that closes',
    async (signal) => {
      const program = await ChildProgram.start(['serve'], {
        DATA_DIR: place.dataDir,
        ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
        SECRET: startSecret,
        DEMO: 'off',
      });
      await program.says('标杆已就绪');
      expect(await program.stop(signal)).toMatchObject({ status: 0 });
    },
    120_000,
  );
});
