import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { configKeys } from '../../src/config/config-keys.js';
import { projectRoot } from '../../src/config/project-root.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { date } from '../journeys/fields.js';
import type { Place } from '../journeys/place.js';
import type { CommandResult } from '../support/run-command.js';
import { type Engine, type TestDatabase, makeEmptyDatabase } from '../support/test-database.js';
import { Visitor } from '../support/visitor.js';

/** What `npm start` starts, in a process of its own on an empty place of one engine. */
export class StartedProgram implements Place {
  private day = beijingDate(new Date().toISOString());
  private database: Database | null = null;

  private constructor(
    readonly engine: Engine,
    readonly address: string,
    private readonly place: TestDatabase,
    private readonly process: ChildProcess,
    private readonly said: string[],
  ) {}

  static async start(engine: Engine): Promise<StartedProgram> {
    const place = await makeEmptyDatabase(engine);
    const port = await freePort();
    const said: string[] = [];
    const env = {
      ...settingsOf(place),
      PORT: String(port),
      NODE_OPTIONS: `--require=${join(projectRoot, 'test/ship/record-loaded.cjs')}`,
      BIAOGAN_LOADED: loadedFile(place),
    };
    const process = run('bin/start.mjs', [], env, said);
    const program = new StartedProgram(engine, `http://127.0.0.1:${port}`, place, process, said);
    try {
      await program.answers();
    } catch (error) {
      await program.remove();
      throw error;
    }
    return program;
  }

  /** What it printed for people since it was started. */
  get words(): string {
    return this.said.join('');
  }

  visitor(): Visitor {
    return new Visitor(this.address);
  }

  today(): string {
    return this.day;
  }

  /** By the page with which a visitor of the demonstration moves its date. */
  async moveTo(day: string): Promise<void> {
    const visitor = this.visitor();
    await visitor.get('/sign-in');
    const [registrar] = await this.rows<{ id: string }>(
      `SELECT a.id FROM account a JOIN duty d ON d.account_id = a.id
       WHERE a.demo = 1 AND d.role = 'CityRegistrar' ORDER BY a.id`,
    );
    await visitor.submit('/demo/sign-in', { accountId: registrar!.id });
    await visitor.get('/office/demo-clock');
    await visitor.submit('/office/demo-clock', date('day', day));
    if (visitor.path !== '/office') throw new Error(`${day}: ${visitor.errors.join(' ')}`);
    this.day = day;
  }

  /** Over a connection of this test's own to the place. */
  async rows<T>(sql: string, values: readonly (string | number)[] = []): Promise<T[]> {
    this.database ??= new Database(await makeDataSource(this.place, [], []).initialize());
    return this.database.rows<T>(sql, values);
  }

  verifyJournal(): Promise<CommandResult> {
    return this.command('journal', 'verify');
  }

  verifyResults(bundleFile: string): Promise<CommandResult> {
    return this.command('results', 'verify', bundleFile);
  }

  /** The command line as it ships, on the same data. */
  async command(...words: string[]): Promise<CommandResult> {
    const said: string[] = [];
    const output: string[] = [];
    const child = run('bin/biaogan.mjs', words, settingsOf(this.place), said, output);
    const [status] = (await once(child, 'close')) as [number];
    return { status, output: output.join(''), words: said.join('') };
  }

  /** Asks it to end, as whoever stops a service does; @returns its exit status */
  async end(): Promise<number | null> {
    const { process } = this;
    if (process.exitCode === null && process.signalCode === null) {
      process.kill('SIGTERM');
      await once(process, 'close');
    }
    return process.exitCode;
  }

  /** Files that it had loaded from `node_modules` when it ended, and how many of its own with kept code. */
  loaded(): { readonly loaded: string[]; readonly code: { files: number; kept: number } } {
    return JSON.parse(readFileSync(loadedFile(this.place), 'utf8')) as ReturnType<this['loaded']>;
  }

  async remove(): Promise<void> {
    await this.database?.onApplicationShutdown();
    await this.end();
    await this.place.remove();
  }

  private async answers(): Promise<void> {
    const deadline = Date.now() + 240_000;
    while (Date.now() < deadline && this.process.exitCode === null) {
      const status = await fetch(this.address).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The program did not answer on ${this.address}:\n${this.words}`);
  }
}

const loadedFile = ({ dataDir }: TestDatabase) => join(dataDir, 'loaded.json');

/** The environment of somebody who typed the command: none of this test's own settings. */
function settingsOf({ dataDir, databaseUrl }: TestDatabase): Record<string, string | undefined> {
  const nothing = Object.fromEntries(configKeys.map(({ name }) => [name, undefined]));
  return {
    ...process.env,
    ...nothing,
    NODE_OPTIONS: undefined,
    JEST_WORKER_ID: undefined,
    LANG: 'zh_CN.UTF-8',
    LC_ALL: undefined,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? undefined,
  };
}

function run(
  script: string,
  words: readonly string[],
  env: Record<string, string | undefined>,
  said: string[],
  output: string[] = said,
): ChildProcess {
  const child = spawn(process.execPath, [join(projectRoot, script), ...words], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
