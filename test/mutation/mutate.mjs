import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/**
 * Changes parts of the program one place at a time and prints the score of each part and of all.
 * @param parts `{ name, report, files, specs, require }`: what is changed and which specs must notice
 * @param limits `{ enough, timeoutMS }`: below `enough` per cent over all parts the run has failed
 */
export async function mutate(parts, { enough, timeoutMS }) {
  process.env.TZ = 'UTC';
  const { mochaOptions } = JSON.parse(readFileSync('test/mutation/stryker.json', 'utf8'));
  const scores = [];
  for (const { name, report, files, specs, require = [] } of parts) {
    const results = await new Stryker({
      configFile: 'test/mutation/stryker.json',
      mutate: files,
      timeoutMS,
      mochaOptions: {
        ...mochaOptions,
        require: [...mochaOptions.require, ...require],
        spec: specs,
      },
      // What was tried before and has not changed since, nor its specs, is not tried again.
      incremental: true,
      incrementalFile: `coverage/mutation/${report}.tried.json`,
      jsonReporter: { fileName: `coverage/mutation/${report}.json` },
      htmlReporter: { fileName: `coverage/mutation/${report}.html` },
    }).runMutationTest();
    scores.push({ name, ...counted(results) });
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
  });
}

function summed(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return withScore({ killed: sum('killed'), alive: sum('alive'), constants: sum('constants') });
}

function withScore(counts) {
  const all = counts.killed + counts.alive;
  return { ...counts, score: all === 0 ? 100 : (counts.killed / all) * 100 };
}
