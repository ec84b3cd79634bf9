import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkSecret } from '../../src/serve/check-secret.js';
import { office } from './people.js';
import { makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';

const secret = 'test-secret-of-thirty-two-characters-0123';

/** Somebody who can write by one POST, again and again: a clerk who registers what was done. */
export interface Writer {
  readonly cookie: string;
  readonly token: string;
  readonly programmeId: string;
}

/** Fills a database with a programme and a signed-in person, and closes it again. */
export async function makeWriter(place: TestDatabase): Promise<Writer> {
  // What is started is what stands in the sources, and two programs do not build it at once.
  const build = "import('./bin/support/build.mjs').then(({ ensureBuilt }) => ensureBuilt())";
  execFileSync(process.execPath, ['--input-type=module', '-e', build]);
  const app = await TestApp.start({ SECRET: secret }, place);
  // As a first start does, before there are merchants with made-up sealed fields.
  await checkSecret(app.database.dataSource, { secret, dataDir: place.dataDir });
  const { id: programmeId } = await makeProgramme(app, 'InForce');
  const { visitor } = await office(app, 'CityRegistrar');
  await visitor.get('/office');
  const writer = { cookie: visitor.cookies, token: visitor.token, programmeId };
  await app.app.close();
  return writer;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
}

/** The built program in a process of its own that can be killed, without the one that starts it. */
export class StartedProgram {
  private words = '';

  private constructor(
    readonly process: ChildProcess,
    readonly port: number,
  ) {
    process.stderr!.setEncoding('utf8').on('data', (text: string) => (this.words += text));
  }

  static async start(
    place: Pick<TestDatabase, 'dataDir' | 'databaseUrl'>,
  ): Promise<StartedProgram> {
    const port = await freePort();
    const child = spawn(process.execPath, [resolve('dist/bundle/cli.cjs'), 'serve'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: place.dataDir,
        ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
        SECRET: secret,
        DEMO: 'off',
        LOG_LEVEL: 'fatal',
      },
    });
    const program = new StartedProgram(child, port);
    for (let wait = 0; wait < 2400; wait += 1) {
      if (child.exitCode !== null) {
        throw new Error(`The program ended with ${child.exitCode}: ${program.words}`);
      }
      const page = await program.get('/').catch(() => null);
      if (page?.status === 200) return program;
      await pause(10);
    }
    await program.kill();
    throw new Error('The program does not answer.');
  }

  /** At once, as a power cut or the kernel's memory killer. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** One write: a record and a journal entry in one transaction; 303 says that they are kept. */
  write({ cookie, token, programmeId }: Writer): Promise<Answer> {
    const fields = {
      _csrf: token,
      guard: 'archivePackageVerified',
      text: '归档包经重算核对一致。',
    };
    return this.send(
      'POST',
      `/office/programmes/${programmeId}/records`,
      cookie,
      new URLSearchParams(fields).toString(),
    );
  }

  private async send(method: string, path: string, cookie = '', body = ''): Promise<Answer> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request({
      host: '127.0.0.1',
      port: this.port,
      method,
      path,
      agent: false,
      headers: { cookie, ...(method === 'POST' ? type : {}) },
    });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    await once(answer.resume(), 'end');
    return { status: answer.statusCode ?? 0, headers: answer.headers };
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
