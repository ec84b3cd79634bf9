import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** The words of a spec are globals of the runner; imported, they are the same. */
const WORDS = `export const {
  afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test,
} = globalThis;`;

const SWC = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

/** A spec's address carries a mark, so that it can be loaded twice. */
const isSource = (url) => url?.startsWith('file:') && url.split('?')[0].endsWith('.ts');

/** Sources name each other as `.js`; in the tree they end with `.ts`. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') {
    return { url: `data:text/javascript,${encodeURIComponent(WORDS)}`, shortCircuit: true };
  }
  const own = specifier.startsWith('.') && isSource(context.parentURL);
  return next(own ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!isSource(url)) return next(url, context);
  const filename = fileURLToPath(url.split('?')[0]);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...SWC, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
