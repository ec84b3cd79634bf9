import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder for all trees of a run, readable by every account, gone at the end. */
export function makeWorkFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'biaogan-setup-'));
  execFileSync('chmod', ['755', folder]);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  return folder;
}

/** What is committed, as `git clone` brings it. */
export function clone(target) {
  execFileSync('git', ['clone', '-q', project, target]);
  return target;
}

/** What is committed, as a release archive brings it: no `.git`. */
export function unpack(target) {
  mkdirSync(target, { recursive: true });
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: project, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', target], { input: archive });
  return target;
}

/** Packages, and the built program where wanted, as another tree has them; stamps included. */
export function takeOver(from, to, names) {
  for (const name of names) execFileSync('cp', ['-a', join(from, name), join(to, name)]);
}

/** Binaries of a Node version as the registry has them, headers included; the path of `node`. */
export function nodeBinary(folder, version) {
  const binary = join(folder, 'node_modules', `node-${version}`, 'bin', 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const name = `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`;
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--no-save'];
  execFileSync('npm', ['install', '--prefix', folder, ...options, name], {
    stdio: ['ignore', 2, 2],
  });
  return binary;
}

/** An npm cache of its own for another account, filled from that of this one. */
export function copyOfCache(target) {
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
  for (const part of ['content-v2', 'index-v5']) {
    const from = join(cache, '_cacache', part);
    if (existsSync(from)) cpSync(from, join(target, '_cacache', part), { recursive: true });
  }
  return target;
}
