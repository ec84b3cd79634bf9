/**
 * Changes the rules one place at a time, folder by folder, and runs the specs that reach the folder:
 * `npm run mutation`, or some folders only: `npm run mutation -- calendar draw`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mutate } from './mutate.mjs';

const RULES = 'src/rules';

const folders = process.argv.slice(2);
await mutate(
  (folders.length > 0 ? folders : subfolders()).map((folder) => ({
    name: folder,
    report: `rules/${folder}`,
    files: [`${RULES}/${folder}/**/*.ts`, '!**/*.spec.ts', '!**/*.fixture.ts'],
    specs: specsThatReach(`${RULES}/${folder}/`),
  })),
  { enough: 90, timeoutMS: 5000 },
);

function subfolders() {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/**
 * The folder's own specs and those in `test/`; where there are none, every spec that reaches the folder.
 * A spec that reads the sources as text would read the changed ones: its words are not code. A simulation
 * takes seconds, for each mutant anew: what only it would notice counts as alive.
 */
function specsThatReach(folder) {
  const reaching = [RULES, 'test/rules', 'test/reference']
    .flatMap((place) => readdirSync(place, { recursive: true }).map((name) => join(place, name)))
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => !/(-locale|\.simulation)\.spec\.ts$/.test(file))
    .filter((spec) => [...imported(spec)].some((file) => file.startsWith(folder)));
  const near = reaching.filter((spec) => spec.startsWith(folder) || spec.startsWith('test/'));
  return quickFirst(near.length > 0 ? near : reaching);
}

/** A mutant dies at the first spec that notices it: only what is left alive pays for the properties. */
function quickFirst(specs) {
  const slow = (spec) => readFileSync(spec, 'utf8').includes("'fast-check'");
  return [...specs.filter((spec) => !slow(spec)), ...specs.filter(slow)];
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
