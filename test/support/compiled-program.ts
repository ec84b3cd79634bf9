import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from '@swc/core';
import { projectRoot } from '../../src/config/project-root.js';

const run = (parameters: readonly string[]) =>
  promisify(execFile)(process.execPath, parameters, {
    env: { ...process.env, NODE_OPTIONS: '' },
  });

const folders = ['src', 'migrations', 'seeds'];
const tools = ['bin/bundle.mjs', 'bin/keep-code.mjs', 'bin/shipped/kept-code.cjs'];

/**
 * The program compiled from the sources as they stand and bundled as the shipped one, for specs that
 * need it in a process of its own. Made once for each state of the sources, inside the project so that it
 * finds its packages and templates.
 * @returns the path of its command line
 */
export async function compiledProgram(): Promise<string> {
  const sources = folders.flatMap(sourcesIn);
  const state = createHash('sha256');
  for (const name of ['.swcrc', ...tools, ...sources]) {
    state.update(name).update(readFileSync(join(projectRoot, name)));
  }
  const cache = join(projectRoot, 'node_modules', '.cache', 'biaogan');
  const target = join(cache, state.digest('hex').slice(0, 16));
  if (!existsSync(target)) {
    const making = `${target}-${process.pid}`;
    await Promise.all(sources.map((name) => compile(name, making)));
    await run([join(projectRoot, 'bin', 'bundle.mjs'), making]);
    await run([join(projectRoot, 'bin', 'keep-code.mjs'), join(making, 'bundle')]).catch(
      () => undefined,
    );
    try {
      renameSync(making, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  }
  return join(target, 'bundle', 'cli.cjs');
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name))
    .sort();
}

async function compile(name: string, to: string): Promise<void> {
  const { jsc, module } = JSON.parse(
    readFileSync(join(projectRoot, '.swcrc'), 'utf8'),
  ) as Parameters<typeof transform>[1] & object;
  const filename = join(projectRoot, name);
  const { code } = await transform(readFileSync(filename, 'utf8'), {
    jsc,
    module,
    filename,
    swcrc: false,
  });
  const target = join(to, name.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}
