import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoSession } from '../../bench/demo-session.js';
import { openSheets, saveSheet } from '../../bench/sheet-client.js';
import { projectRoot } from '../../src/config/project-root.js';
import { playAward } from '../journeys/award.js';
import { demoCast } from './demo-people.js';
import type { Engine } from '../support/test-database.js';
import { StartedProgram } from './started-program.js';
import { type Walk, walk } from './walk.js';

const engines: readonly Engine[] = process.env.DATABASE_URL ? ['sqlite', 'postgres'] : ['sqlite'];
const programs = new Map<Engine, StartedProgram>();
const walks = new Map<Engine, Walk>();

beforeAll(async () => {
  if (engines.length === 1) {
    process.stderr.write('PostgreSQL is left out: DATABASE_URL names no server.\n');
  }
  // One after the other: the first may still have to build the program.
  for (const engine of engines) programs.set(engine, await StartedProgram.start(engine));
}, 600_000);
afterAll(() => Promise.all([...programs.values()].map((program) => program.remove())));

/** The programs of the engines are processes of their own: what they are asked for runs side by side. */
const onEach = (work: (program: StartedProgram, engine: Engine) => Promise<unknown>) =>
  Promise.all(engines.map((engine) => work(programs.get(engine)!, engine)));

describe('what npm start starts on an empty place', () => {
  beforeAll(
    () => onEach(async (program, engine) => walks.set(engine, await walk(program))),
    600_000,
  );

  test.each(engines)(
    '%s fills it and opens every page that is linked to everybody it lists',
    (engine) => {
      const walked = walks.get(engine)!;
      expect(walked.people).toHaveLength(41);
      expect(walked.pages.size).toBeGreaterThan(800);
      expect(walked.complaints).toEqual([]);
    },
  );
});

describe('both engines', () => {
  (engines.length === 2 ? test : test.skip)('show the same on every page', () => {
    const [one, other] = engines.map((engine) => walks.get(engine)!.pages);
    expect([...other!.keys()]).toEqual([...one!.keys()]);
    const differences = [...one!].flatMap(([page, text]) => differenceOf(page, text, other!));
    expect(differences.slice(0, 20)).toEqual([]);
  });
});

describe('the started program', () => {
  test('saves sheets as the bench sends them', async () => {
    await onEach(async ({ address: url }) => {
      const [sheet] = await openSheets(url, await demoSession(url, '评委'), 1);
      const { version } = sheet!;
      await saveSheet(sheet!, 1);
      expect(Number(sheet!.version)).toBeGreaterThan(Number(version));
    });
  });

  test('carries a whole award, and the shipped commands verify it', async () => {
    await onEach(async (program) => {
      const year = Number(program.today().slice(0, 4)) + 1;
      await program.moveTo(`${year}-02-25`);
      await playAward(program, await demoCast(program), year);
    });
  }, 600_000);

  test.each(engines)(
    '%s ends when asked, and held no package both in its bundle and beside it',
    async (engine) => {
      const program = programs.get(engine)!;
      expect([await program.end(), program.words]).toEqual([
        0,
        expect.not.stringMatching(/error/i),
      ]);
      const ended = program.loaded();
      const loaded = new Set(ended.loaded.map(packageOf));
      expect(loaded).toContain('better-sqlite3');
      const bundled = readFileSync(join(projectRoot, 'dist/bundle/packages.json'), 'utf8');
      const twice = (JSON.parse(bundled) as string[]).filter((name) => loaded.has(name));
      // Compares versions and keeps nothing: the pictures' library beside the bundle asks for it too.
      expect(twice.filter((name) => name !== 'semver')).toEqual([]);
      // What the program needs for its first page was compiled when it was built.
      const folder = readdirSync(join(projectRoot, 'dist/bundle'));
      expect(ended.code.kept).toBe(folder.filter((name) => name.endsWith('.code')).length);
      expect(ended.code.kept).toBeGreaterThan(0);
    },
  );
});

function packageOf(path: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(path.split('node_modules/').at(-1)!)![0];
}

function differenceOf(page: string, text: string, others: ReadonlyMap<string, string>) {
  const lines = text.split('\n');
  const theirs = (others.get(page) ?? '').split('\n');
  const at = lines.findIndex((line, number) => line !== theirs[number]);
  return at < 0 ? [] : [{ page, sqlite: lines[at], postgres: theirs[at] }];
}
