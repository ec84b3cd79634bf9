import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { say } from './messages.mjs';
import { inRoot, root, textOf } from './paths.mjs';

const stampFile = inRoot('node_modules', '.biaogan-stamp');
const npmOptions = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs what package-lock.json lists, unless this lock was installed for this Node already. */
export function ensureInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;
  if (!lockIsInstalled()) install();
  ensureSqliteLoads();
  writeFileSync(stampFile, stamp());
}

/** Another lock, another ABI or another platform needs other binaries. */
function stamp() {
  return createHash('sha256')
    .update(textOf('package-lock.json') || textOf('package.json'))
    .update([process.versions.modules, process.platform, process.arch].join(' '))
    .digest('hex');
}

/** True where someone ran `npm ci` by hand: every required package is there in the locked version. */
function lockIsInstalled() {
  const lock = textOf('package-lock.json');
  if (!lock) return false;
  return Object.entries(JSON.parse(lock).packages)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && !entry.peer)
    .every(([path, entry]) => {
      const manifest = textOf(path, 'package.json');
      return manifest !== '' && JSON.parse(manifest).version === entry.version;
    });
}

/** Exactly the packages of the lock, or none: npm ci also removes what was there before. */
function install() {
  say('installing');
  const started = Date.now();
  if (!npm('ci', ...npmOptions)) {
    stopWithoutBuildTools();
    stop('installFailed');
  }
  say('installed', { seconds: Math.round((Date.now() - started) / 1000) });
}

/** The one dependency that may have to be compiled; npm may also have skipped its install script. */
function ensureSqliteLoads() {
  if (sqliteLoads()) return;
  say('rebuildingSqlite');
  npm('rebuild', 'better-sqlite3');
  if (sqliteLoads()) return;
  stopWithoutBuildTools();
  stop('sqliteUnusable');
}

function sqliteLoads() {
  const script = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0;
}

function stopWithoutBuildTools() {
  const missing = [['make'], ['python3', 'python'], ['c++', 'g++', 'clang++']]
    .filter((names) => !names.some(isOnPath))
    .map((names) => names[0]);
  if (missing.length > 0) stop('buildToolsMissing', { missing: missing.join(', ') });
}

function isOnPath(name) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return folders.some((folder) =>
    endings.some((ending) => existsSync(join(folder, name + ending))),
  );
}

function npm(...parameters) {
  const result = spawnSync('npm', parameters, {
    cwd: root,
    env: { ...process.env, ...ownHeaders() },
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2],
  });
  return result.status === 0;
}

/** Headers that came with this very Node spare node-gyp a download, which a closed network refuses. */
function ownHeaders() {
  const prefix = resolve(dirname(process.execPath), '..');
  const header = join(prefix, 'include', 'node', 'node_version.h');
  return existsSync(header) ? { npm_config_nodedir: prefix } : {};
}

function stop(key, variables) {
  say(key, variables);
  process.exit(1);
}
