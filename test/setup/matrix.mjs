// The first start under every hardship that a machine can bring. A release runs it; needs root, because
// it changes accounts, networks and memory. Each case clones what is committed and takes up to some
// minutes, most of them for compiling the database component.
//   node test/setup/matrix.mjs [words: only the cases whose name contains one of them]
import { casesOf } from './support/cases.mjs';
import { npmStart, serves } from './support/starts.mjs';
import { clone, makeWorkFolder } from './support/trees.mjs';
import { join } from 'node:path';

if (process.getuid?.() !== 0) {
  console.error('The matrix changes accounts, networks and memory limits: run it as root.');
  process.exit(2);
}

// Whether it compiles is the question here, not how fast the result is.
Object.assign(process.env, { CFLAGS: '-O0', CXXFLAGS: '-O0' });
const work = makeWorkFolder();
let preparation;

/** A tree that was cloned, installed, built and started once. */
async function prepare() {
  const tree = clone(join(work, 'prepared'));
  await serves(await npmStart(tree));
  return tree;
}

const cases = Object.entries(casesOf({ work, prepared: () => (preparation ??= prepare()) }));
const words = process.argv.slice(2);
const chosen = cases.filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
const failed = [];
for (const [name, run] of chosen) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  try {
    await run();
    console.log(`pass  ${name} (${seconds()})`);
  } catch (error) {
    failed.push(name);
    console.log(`FAIL  ${name} (${seconds()}): ${error.message}`);
  }
}
console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || chosen.length === 0 ? 1 : 0);
