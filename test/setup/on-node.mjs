// Another Node.js version from nothing: fetches its binary from the registry, clones what is committed,
// runs `npm start` until pages answer, lets the database component prove that it survives this version,
// and runs the tests named.
//   node test/setup/on-node.mjs VERSION [words and options for npm test]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environmentOf, npmStart, serves } from './support/starts.mjs';
import { clone, makeWorkFolder, nodeBinary } from './support/trees.mjs';

const [version, ...words] = process.argv.slice(2);
if (!version) {
  console.error('Which version? For example: node test/setup/on-node.mjs 22 test/journeys');
  process.exit(2);
}

const work = makeWorkFolder();
const node = nodeBinary(join(work, 'nodes'), version);
const tree = clone(join(work, 'biaogan'));
const env = environmentOf({ node });

function run(program, ...parameters) {
  const { status } = spawnSync(program, parameters, { cwd: tree, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${status}`);
}

async function timed(title, act) {
  const began = Date.now();
  await act();
  console.log(`Node.js ${version}: ${title} in ${Math.round((Date.now() - began) / 1000)} s`);
}

run(node, '--version');
await timed('installed, built and answered', async () => serves(await npmStart(tree, { node })));
await timed('better-sqlite3 survived', () => run(node, 'test/setup/sqlite-survives.mjs'));
if (words.length > 0) {
  await timed('tests passed', () => run('npm', 'test', '--silent', '--', ...words));
}
