import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { faultOf, memoryInMegabytes, stopWithFault } from './faults.mjs';
import { say, stop } from './messages.mjs';
import { digestOfFolder, inRoot, root } from './paths.mjs';
import { pathOfThisNode, runStep } from './run-step.mjs';
import { requireWritable } from './stamp.mjs';

const packageFolder = 'node_modules/better-sqlite3';
const binary = 'build/Release/better_sqlite3.node';

/** The one dependency that may have to be compiled: for this Node, or because no binary could be had. */
export async function ensureSqliteLoads() {
  if (sqliteLoads()) return;
  say('compilingSqlite');
  const result = await compile();
  if (sqliteLoads()) return;
  const fault = faultOf(result);
  if (fault === 'outOfMemory' || fault === 'diskFull') stopWithFault(fault, result);
  const missing = missingTools();
  if (missing.length > 0) stop('buildToolsMissing', { missing: missing.join(', ') });
  if (fault) stopWithFault(fault, result);
  stop('sqliteUnusable');
}

/**
 * make cannot work in a folder whose name holds parentheses or quotes, and a compilation that is killed
 * leaves half a module: so it happens in a folder of its own, and only the finished file comes back.
 */
async function compile() {
  requireWritable(tmpdir(), inRoot(packageFolder));
  const folder = emptyFolder();
  try {
    cpSync(inRoot(packageFolder), join(folder, packageFolder), {
      recursive: true,
      filter: (path) => !path.endsWith(join(packageFolder, 'build')),
    });
    const manifest = { private: true, allowScripts: { 'better-sqlite3': true } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const options = ['--loglevel=error', '--no-audit', '--no-fund'];
    const result = await runStep('npm', ['rebuild', 'better-sqlite3', ...options], {
      cwd: folder,
      env: {
        ...ownHeaders(),
        // It has two large sources; two compilers at once need 700 MB.
        JOBS: process.env.JOBS ?? (memoryInMegabytes() > 1500 ? '2' : '1'),
        PATH: pathOfThisNode(inRoot('node_modules', '.bin')),
      },
    });
    const compiled = join(folder, packageFolder, binary);
    if (existsSync(compiled)) bringBack(compiled);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One at a time compiles for this folder, so what another one left was left by one that was killed. */
function emptyFolder() {
  const beginning = `biaogan-sqlite-${digestOfFolder()}-`;
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(beginning));
  for (const name of left) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  return mkdtempSync(join(tmpdir(), beginning));
}

function bringBack(compiled) {
  const target = inRoot(packageFolder, binary);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(compiled, `${target}.new`);
  renameSync(`${target}.new`, target);
}

/** Cheap enough for every start: a rebuild by hand that was killed leaves the package without it. */
export function sqliteIsThere() {
  return existsSync(inRoot(packageFolder, binary));
}

function sqliteLoads() {
  const script = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0;
}

function missingTools() {
  return [['make'], ['python3', 'python'], ['c++', 'g++', 'clang++']]
    .filter((names) => !names.some(isOnPath))
    .map((names) => names[0]);
}

function isOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => endings.some((ending) => existsSync(join(folder, name + ending))));
}

/** Headers that came with this very Node spare node-gyp a download, which a closed network refuses. */
function ownHeaders() {
  const prefix = resolve(dirname(process.execPath), '..');
  const header = join(prefix, 'include', 'node', 'node_version.h');
  return existsSync(header) ? { npm_config_nodedir: prefix } : {};
}
