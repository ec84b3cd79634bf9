import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faultOf, packagesAreDamaged, stopWithFault } from './faults.mjs';
import { reinstall } from './install.mjs';
import { say, stop } from './messages.mjs';
import { inRoot, root, textOf } from './paths.mjs';
import { programFlags } from './program.mjs';
import { runStep } from './run-step.mjs';
import { readStamp, removeStamp, requireWritable, writeStamp } from './stamp.mjs';

const sourceFolders = ['src', 'migrations', 'seeds'];
const settings = [
  'bin/assets.mjs',
  'bin/bundle.mjs',
  'bin/keep-code.mjs',
  'bin/shipped/kept-code.cjs',
  'bin/templates.mjs',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
];
/** Each works on what the one before made. */
const steps = [
  { parameters: ['node_modules/@nestjs/cli/bin/nest.js', 'build'], makes: 'dist/src/cli.js' },
  { parameters: ['bin/assets.mjs'], makes: 'dist/public/manifest.json' },
  { parameters: ['bin/bundle.mjs'], makes: 'dist/bundle/cli.cjs' },
];
/** Makes the next starts quicker; a machine on which it fails starts without. */
const extra = [...programFlags, 'bin/keep-code.mjs'];
const stampFile = inRoot('dist', '.biaogan-stamp');
const commandLine = inRoot('dist', 'bundle', 'cli.cjs');

/** From whatever sources, but to the end. */
export function isBuilt() {
  return existsSync(commandLine) && readStamp(stampFile) !== '';
}

export function isUpToDate() {
  return isBuilt() && readStamp(stampFile) === fingerprint();
}

/** Builds `dist/` when any source differs from the ones it was built from. */
export async function ensureBuilt() {
  if (isUpToDate()) return;
  const wanted = fingerprint();
  requireWritable(inRoot('dist'));
  say('building');
  const started = Date.now();
  // Gone before the work begins: a build that dies half-way must not look finished.
  removeStamp(stampFile);
  let failure = await build();
  if (failure && !faultOfMachine(failure) && packagesAreDamaged(failure.output)) {
    say('packagesDamaged');
    await reinstall();
    failure = await build();
  }
  if (failure) stopWithFailure(failure);
  writeStamp(stampFile, wanted);
  say('built', { seconds: ((Date.now() - started) / 1000).toFixed(1) });
}

/** The first step that failed, or one that ended well and left nothing behind. */
async function build() {
  removeOldResult();
  for (const { makes, parameters } of steps) {
    const result = await runStep(process.execPath, parameters, { cwd: root });
    if (result.ok && existsSync(inRoot(makes))) continue;
    const output = result.ok ? '' : result.output;
    return { ...result, output, step: parameters[0] };
  }
  await runStep(process.execPath, extra, { cwd: root });
  return null;
}

/** What an earlier build made must not stand in for what a step of this one did not make. */
function removeOldResult() {
  try {
    rmSync(inRoot('dist'), { recursive: true, force: true });
  } catch {
    // The first step meets the same and says what it is.
  }
}

/** Short memory, a full disk or a missing right: no new installation helps against them. */
function faultOfMachine(failure) {
  const fault = faultOf(failure);
  return ['outOfMemory', 'diskFull', 'notWritable'].includes(fault) ? fault : null;
}

function stopWithFailure(failure) {
  const fault = faultOfMachine(failure);
  if (fault) stopWithFault(fault, failure);
  const ending = failure.signal ?? failure.code;
  const silent = failure.output.trim() === '';
  stop(silent ? 'buildFailedSilently' : 'buildFailed', { step: failure.step, ending });
}

/** Content, not times: a fresh checkout of the same sources needs no new build. */
function fingerprint() {
  const hash = createHash('sha256');
  const others = [...filesBelow('public'), ...filesBelow('views')];
  for (const file of [...settings, ...sourceFolders.flatMap(sourcesIn), ...others]) {
    hash.update(file).update('\0').update(textOf(file)).update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  return filesBelow(folder).filter(
    (name) => /\.(ts|json)$/.test(name) && !name.endsWith('.spec.ts'),
  );
}

function filesBelow(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
