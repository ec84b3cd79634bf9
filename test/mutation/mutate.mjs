import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { isDrawn } from './sample.mjs';

/**
 * Changes parts of the program one place at a time and prints the score of each part and of all.
 * @param parts `{ name, report, files, specs, runner }`: what is changed and which specs must notice
 * @param limits `{ enough, timeoutMS }`: below `enough` per cent over all parts the run has failed
 */
export async function mutate(parts, { enough, timeoutMS }) {
  process.env.TZ = 'UTC';
  const { mochaOptions } = JSON.parse(readFileSync('test/mutation/stryker.json', 'utf8'));
  const scores = [];
  for (const { name, report, files, specs, runner } of parts) {
    const results = await new Stryker({
      configFile: 'test/mutation/stryker.json',
      mutate: files,
      timeoutMS,
      mochaOptions: { ...mochaOptions, spec: specs },
      ...(runner && {
        testRunner: runner,
        // Dozens of applications stay alive: what is young dies young, before anybody looks at the old.
        testRunnerNodeArgs: ['--max-semi-space-size=64'],
      }),
      // What was tried before and has not changed since, nor its specs, is not tried again.
      incremental: true,
      incrementalFile: `coverage/mutation/${report}.tried.json`,
      jsonReporter: { fileName: `coverage/mutation/${report}.json` },
      htmlReporter: { fileName: `coverage/mutation/${report}.html` },
    }).runMutationTest();
    const drawn = results.filter(({ fileName, location, replacement }) =>
      isDrawn(fileName, location.start, replacement),
    );
    scores.push({ name, of: results.length, ...counted(drawn) });
  }
  if (scores.length > 1) scores.push({ name: 'all', ...summed(scores) });
  console.table(scores.map((row) => ({ ...row, score: row.score.toFixed(2) })));
  if (scores.at(-1).score < enough) process.exitCode = 1;
}

function counted(results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  return withScore({
    killed: count('Killed', 'Timeout'),
    alive: count('Survived', 'NoCoverage'),
    constants: count('Ignored'),
    faults: count('RuntimeError', 'CompileError'),
  });
}

function summed(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return withScore({
    of: sum('of'),
    killed: sum('killed'),
    alive: sum('alive'),
    constants: sum('constants'),
    faults: sum('faults'),
  });
}

function withScore(counts) {
  const all = counts.killed + counts.alive;
  return { ...counts, score: all === 0 ? 100 : (counts.killed / all) * 100 };
}
