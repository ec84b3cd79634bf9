import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { heldDescriptor } from './alone.mjs';

const kept = 20_000;

/**
 * Runs a program, shows what it prints on stderr and keeps the end of it, so that a failure can be
 * named. `watch` gets the running process and returns what stops the watching.
 */
export function runStep(program, parameters, { cwd, env, watch } = {}) {
  return new Promise((done) => {
    const held = heldDescriptor();
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && program === 'npm',
      stdio: ['ignore', 'pipe', 'pipe', ...(held ? [held] : [])],
    });
    let output = '';
    const show = (piece) => {
      process.stderr.write(piece);
      output = (output + piece).slice(-kept);
    };
    child.stdout.setEncoding('utf8').on('data', show);
    child.stderr.setEncoding('utf8').on('data', show);
    const unwatch = watch?.(child);
    let ended;
    const passOn = (signal) => {
      ended = signal;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    const end = (code, signal) => {
      unwatch?.();
      for (const name of signals) process.off(name, passOn);
      // Someone ended us; that is no failure to explain.
      if (ended) process.exit(128 + constants.signals[ended]);
      done({ ok: code === 0, code, signal, output });
    };
    child.on('error', (error) => end(error.code, null)).on('close', end);
  });
}

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * npm itself has to run on this very Node: it is what compiled modules are compiled for. Where the shell
 * finds another one first, ours comes before it; otherwise the order of the folders stays the user's.
 */
export function pathOfThisNode(...more) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const first = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file));
  const own = first && realpathSync(first) === realpathSync(process.execPath);
  return [...(own ? [] : [dirname(process.execPath)]), ...more, ...folders].join(delimiter);
}
