import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

describe.each(engines)('what npm start starts on an empty place, %s', (engine) => {
  test('fills it and opens every page that is linked to everybody it lists', async () => {
    const walked = await walk(programs.get(engine)!);
    walks.set(engine, walked);
    expect(walked.people).toHaveLength(38);
    expect(walked.pages.size).toBeGreaterThan(800);
    expect(walked.complaints).toEqual([]);
  }, 600_000);
});

describe('both engines', () => {
  (engines.length === 2 ? test : test.skip)('show the same on every page', () => {
    const [one, other] = engines.map((engine) => walks.get(engine)!.pages);
    expect([...other!.keys()]).toEqual([...one!.keys()]);
    const differences = [...one!].flatMap(([page, text]) => differenceOf(page, text, other!));
    expect(differences.slice(0, 20)).toEqual([]);
  });
});

describe.each(engines)('the started program on %s', (engine) => {
  test('carries a whole award, and the shipped commands verify it', async () => {
    const program = programs.get(engine)!;
    const year = Number(program.today().slice(0, 4)) + 1;
    await program.moveTo(`${year}-02-25`);
    await playAward(program, await demoCast(program), year);
  }, 600_000);

  test('ends when it is asked to, and held no package both in its bundle and beside it', async () => {
    const program = programs.get(engine)!;
    expect([await program.end(), program.words]).toEqual([0, expect.not.stringMatching(/error/i)]);
    const loaded = new Set(program.loaded().map(packageOf));
    expect(loaded).toContain('better-sqlite3');
    const bundled = readFileSync(join(projectRoot, 'dist/bundle/packages.json'), 'utf8');
    expect((JSON.parse(bundled) as string[]).filter((name) => loaded.has(name))).toEqual([]);
  });
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
