import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { say } from './messages.mjs';
import { inRoot, root, textOf } from './paths.mjs';

const sourceFolders = ['src', 'migrations', 'seeds', 'public'];
const settings = [
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
  'bin/assets.mjs',
];
const stampFile = inRoot('dist', '.biaogan-stamp');
const entry = inRoot('dist', 'src', 'cli.js');

export function isBuilt() {
  return existsSync(entry);
}

/** Builds `dist/` when any source differs from the ones it was built from. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (isBuilt() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('building');
  const started = Date.now();
  // Gone before the work begins: a build that dies half-way must not look finished.
  rmSync(stampFile, { force: true });
  const run = (...words) =>
    spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
  const built =
    run(inRoot('node_modules/@nestjs/cli/bin/nest.js'), 'build') && run(inRoot('bin/assets.mjs'));
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
  for (const file of [...settings, ...sourceFolders.flatMap(sourcesIn)]) {
    hash.update(file).update('\0').update(textOf(file)).update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(ts|json|css|js|svg)$/.test(name) && !name.endsWith('.spec.ts'))
    .sort();
}
