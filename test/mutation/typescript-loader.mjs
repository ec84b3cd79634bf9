import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const GLOBALS = 'export const { describe, expect, it, test } = globalThis;';

const SWC = {
  swcrc: false,
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
  module: { type: 'es6' },
};

/** Sources name each other as `.js`; in the tree they end with `.ts`. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') {
    return { url: `data:text/javascript,${encodeURIComponent(GLOBALS)}`, shortCircuit: true };
  }
  const own = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
  return next(own ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...SWC, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
