import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ChildProgram } from '../support/child-program.js';
import { startSecret } from '../support/serve-attempt.js';
import { freePort } from '../support/free-port.js';
import { type TestDatabase, makeEmptyDatabase } from '../support/test-database.js';

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

  it('twice, to the group and passed on, still answers what is under way', async () => {
    const port = await freePort();
    const program = await ChildProgram.start(['serve'], {
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      SECRET: startSecret,
      DEMO: 'off',
      PORT: String(port),
    });
    await program.says('标杆已就绪');
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const head = 'POST /sign-in HTTP/1.1\r\nHost: biaogan\r\ncontent-length: 7\r\n';
    socket.write(`${head}content-type: application/x-www-form-urlencoded\r\n\r\nmobile`);
    await pause(300);
    program.send('SIGTERM');
    await pause(300);
    program.send('SIGTERM');
    await pause(300);
    socket.write('=');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);
    expect(await program.end).toMatchObject({ status: 0 });
  }, 120_000);
});
