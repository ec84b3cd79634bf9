/**
 * Changes the rules one place at a time, folder by folder, and runs the specs that reach the folder:
 * `npm run mutation`, or some folders only: `npm run mutation -- calendar draw`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const RULES = 'src/rules';
const ENOUGH = 90;

process.env.TZ = 'UTC';
const folders = process.argv.slice(2);
if (folders.length === 0) folders.push(...subfolders());

const scores = [];
for (const folder of folders) {
  const results = await new Stryker({
    configFile: 'test/mutation/rules.json',
    mutate: [`${RULES}/${folder}/**/*.ts`, '!**/*.spec.ts', '!**/*.fixture.ts'],
    mochaOptions: { ...mochaOptions(), spec: specsThatReach(`${RULES}/${folder}/`) },
    jsonReporter: { fileName: `coverage/mutation/rules/${folder}.json` },
    htmlReporter: { fileName: `coverage/mutation/rules/${folder}.html` },
  }).runMutationTest();
  scores.push({ folder, ...counted(results) });
}
if (scores.length > 1) scores.push({ folder: 'all', ...summed(scores) });
console.table(scores.map((row) => ({ ...row, score: row.score.toFixed(2) })));
if (scores.some(({ folder, score }) => folder === 'all' && score < ENOUGH)) process.exitCode = 1;

function subfolders() {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function mochaOptions() {
  return JSON.parse(readFileSync('test/mutation/rules.json', 'utf8')).mochaOptions;
}

/**
 * The folder's own specs and those in `test/`; where there are none, every spec that reaches the folder.
 * A spec that reads the sources as text would read the changed ones: its words are not code.
 */
function specsThatReach(folder) {
  const reaching = [RULES, 'test/rules', 'test/reference']
    .flatMap((place) => readdirSync(place, { recursive: true }).map((name) => join(place, name)))
    .filter((file) => file.endsWith('.spec.ts') && !file.endsWith('-locale.spec.ts'))
    .filter((spec) => [...imported(spec)].some((file) => file.startsWith(folder)));
  const near = reaching.filter((spec) => spec.startsWith(folder) || spec.startsWith('test/'));
  return near.length > 0 ? near : reaching;
}

function imported(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
    const target = join(dirname(file), `${name}.ts`);
    if (existsSync(target)) imported(target, seen);
  }
  return seen;
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
