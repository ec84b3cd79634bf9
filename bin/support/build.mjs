import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say } from './messages.mjs';
import { inRoot, root, textOf } from './paths.mjs';

const sourceFolders = ['src', 'migrations', 'seeds'];
const settings = [
  'bin/assets.mjs',
  'bin/bundle.mjs',
  'bin/templates.mjs',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
];
/** The first empties `dist/`, so the rest comes after it. */
const steps = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  ['bin/assets.mjs'],
  ['bin/bundle.mjs'],
];
const stampFile = inRoot('dist', '.biaogan-stamp');
const commandLine = inRoot('dist', 'bundle', 'cli.js');

export function isBuilt() {
  return existsSync(commandLine);
}

/** Builds `dist/` when any source differs from the ones it was built from. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (isBuilt() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('building');
  const started = Date.now();
  // Gone before the work begins: a build that dies half-way must not look finished.
  rmSync(stampFile, { force: true });
  const built = steps.every((parameters) => {
    const step = spawnSync(process.execPath, parameters, { cwd: root, stdio: ['ignore', 2, 2] });
    return step.status === 0;
  });
  if (!built || !isBuilt()) {
    say('buildFailed');
    process.exit(1);
  }
  writeFileSync(stampFile, wanted);
  say('built', { seconds: ((Date.now() - started) / 1000).toFixed(1) });
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
