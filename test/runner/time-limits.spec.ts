import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'time-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hanging = `
  jest.setTimeout(300);
  afterEach(() => new Promise(() => {}));
  test('is cleaned up for ever', () => {});
  test('comes after it', () => {});
`;

const inOrder = `
  const Sequencer = require(${JSON.stringify(createRequire(import.meta.url).resolve('@jest/test-sequencer'))}).default;
  module.exports = class extends Sequencer {
    sort(tests) {
      return tests.toSorted((one, other) => (one.path < other.path ? -1 : 1));
    }
  };
`;

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

test('what hangs in one file stops the rest of that file, and no other file of its process', () => {
  writeFileSync(join(folder, 'one.spec.mjs'), hanging);
  writeFileSync(join(folder, 'two.spec.mjs'), "test('goes on', () => {});");
  const report = join(folder, 'report.json');
  const config = {
    rootDir: process.cwd(),
    runner: '<rootDir>/test/runner/runner.mjs',
    setupFilesAfterEnv: ['<rootDir>/test/runner/time-limits.mjs'],
    roots: [folder],
    testMatch: ['**/*.spec.mjs'],
    transform: {},
    testSequencer: join(folder, 'in-order.cjs'),
    cacheDirectory: folder,
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'in-order.cjs'), inOrder);
  spawnSync(
    process.execPath,
    [
      join('node_modules', '.bin', 'jest'),
      '--config',
      join(folder, 'config.json'),
      '-w',
      '1',
      '--json',
      '--outputFile',
      report,
    ],
    { stdio: 'ignore' },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const said = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status, failureMessages }) => [
      title,
      status,
      failureMessages.map((message) => /Not [^\n]*/.exec(message)?.[0]),
    ]),
  );
  expect(said).toEqual([
    ['is cleaned up for ever', 'passed', []],
    ['(afterEach)', 'failed', ['Not done within 300 ms']],
    ['comes after it', 'failed', ['Not begun: “afterEach” hung']],
    ['(afterEach)', 'failed', ['Not done within 300 ms']],
    ['goes on', 'passed', []],
  ]);
});
