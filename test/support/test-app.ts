import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../src/config/clock.js';
import { type Environment, readConfig } from '../../src/config/config.js';
import { Database } from '../../src/database/database.js';
import { createApp } from '../../src/main.js';
import { watchConditions } from './conditions.js';
import { type TestDatabase, makeTestDatabase } from './test-database.js';
import { watchLocks } from './lock-order.js';
import { Visitor } from './visitor.js';

/** The real application over a database of its own, reached over HTTP on a free port. */
export class TestApp {
  private static readonly open = new Set<TestApp>();
  private readonly leaving: (() => void)[] = [];

  private constructor(
    private running: NestFastifyApplication | null,
    readonly place: TestDatabase,
  ) {}

  /** @param shared another application's place: a second process on the same data */
  static async start(env: Environment = {}, shared?: TestDatabase): Promise<TestApp> {
    const place = shared ?? (await makeTestDatabase());
    const config = readConfig({
      NODE_ENV: 'test',
      DEMO: 'off',
      LOG_LEVEL: 'error',
      PORT: '0',
      SECRET: 'test-secret-of-thirty-two-characters-0123',
      ...env,
      DATA_DIR: place.dataDir,
      DATABASE_URL: place.databaseUrl ?? undefined,
    });
    const app = await createApp(config);
    watchLocks(app.get(Database));
    watchConditions();
    await app.listen(0, '127.0.0.1');
    const started = new TestApp(app, place);
    TestApp.open.add(started);
    return started;
  }

  /** Those whose spec lost sight of them: left running, they would keep the whole run from ending. */
  static async stopAll(): Promise<void> {
    for (const one of TestApp.open) await one.stop();
  }

  get app(): NestFastifyApplication {
    if (!this.running) throw new Error('This application was stopped');
    return this.running;
  }

  get clock(): Clock {
    return this.app.get(Clock);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  visitor(): Visitor {
    return new Visitor(this.app.getHttpServer());
  }

  /** For what a helper keeps open on this application's files. */
  beforeStop(work: () => void): void {
    this.leaving.push(work);
  }

  async stop(): Promise<void> {
    TestApp.open.delete(this);
    this.leaving.forEach((work) => work());
    await this.app.close();
    await this.place.remove();
    // A spec's variables live as long as its process, which would come to hold some hundred applications.
    this.running = null;
  }
}
