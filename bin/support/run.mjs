import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { alone } from './alone.mjs';
import { ensureBuilt, isBuilt, isUpToDate } from './build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { inRoot, root } from './paths.mjs';
import { program } from './program.mjs';

/** Where nothing is missing nobody waits; what is missing is made by one start at a time. */
async function prepare({ program: withProgram }) {
  if (isInstalled() && (!withProgram || isUpToDate())) return;
  await alone(async () => {
    await ensureInstalled();
    if (withProgram) await ensureBuilt();
  });
}

/** `npm start`: everything that is missing, then the server. */
export async function start(parameters) {
  await prepare({ program: true });
  // One heap for all threads: with several, an idle server holds a tenth more than it uses.
  runNode([...program, 'serve', ...parameters], {
    cwd: root,
    environment: { MALLOC_ARENA_MAX: '1' },
  });
}

/** `npm test`: the whole suite, or the files and options named. */
export async function test(parameters) {
  await prepare({ program: false });
  // Applications come and go by the hundred; with room for the young the old are swept less often.
  const nursery = '--max-semi-space-size=64';
  runNode([nursery, inRoot('node_modules/jest/bin/jest.js'), ...parameters], { cwd: root });
}

/** The command line. It stays in the caller's folder: its file names are relative to that. */
export async function command(parameters) {
  if (!isBuilt()) await prepare({ program: true });
  runNode([...program, ...parameters], {});
}

/** `npm run bench`: `--json` for machines, any other word keeps the rows whose name contains it. */
export async function bench(parameters) {
  await prepare({ program: true });
  const { compileBenchmarks } = await import('./compile-benchmarks.mjs');
  await compileBenchmarks();
  runNode(['--expose-gc', inRoot('dist/bench/main.js'), ...parameters], { cwd: root });
}

function runNode(parameters, { cwd, environment }) {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole group; a second copy would look like impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
