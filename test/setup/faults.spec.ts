import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';

interface Ending {
  readonly output: string;
  readonly code?: number | string | null;
  readonly signal?: string | null;
}

const module = fileURLToPath(new URL('../../bin/support/faults.mjs', import.meta.url));
const { faultOf, packagesAreDamaged } = (await import(module)) as {
  faultOf: (ending: Ending) => string | null;
  packagesAreDamaged: (output: string) => boolean;
};

describe('what ended an installation or a build', () => {
  it.each<[string, Ending, string | null]>([
    ['no npm', { output: '', code: 'ENOENT' }, 'npmMissing'],
    ['npm killed', { output: '', signal: 'SIGKILL' }, 'outOfMemory'],
    ['a shell that reports the kill', { output: 'Killed', code: 137 }, 'outOfMemory'],
    [
      'a killed compiler',
      { output: 'c++: fatal error: Killed signal terminated program cc1plus', code: 1 },
      'outOfMemory',
    ],
    [
      'a full heap',
      { output: 'FATAL ERROR: Reached heap limit … JavaScript heap out of memory', code: 134 },
      'outOfMemory',
    ],
    [
      'a bundler whose own process was killed',
      { output: 'lib/main.js:1234\n\nError: The service was stopped\n    at x', code: 1 },
      'outOfMemory',
    ],
    [
      'fork refused',
      { output: 'npm error code ENOMEM\nnpm error syscall spawn', code: 1 },
      'outOfMemory',
    ],
    [
      'a full disk',
      { output: 'npm error code ENOSPC\nnpm error syscall write', code: 1 },
      'diskFull',
    ],
    [
      'a full disk that cut a download',
      { output: 'npm error code ENOSPC … ECONNRESET', code: 1 },
      'diskFull',
    ],
    ['no right to write', { output: 'npm error code EACCES', code: 1 }, 'notWritable'],
    ['a read-only file system', { output: 'npm error code EROFS', code: 1 }, 'notWritable'],
    ['no name server', { output: 'npm error code EAI_AGAIN', code: 1 }, 'noNetwork'],
    ['a closed port', { output: 'npm error FetchError: ECONNREFUSED', code: 1 }, 'noNetwork'],
    [
      'headers that could not be had',
      {
        output: 'gyp ERR! stack FetchError: request to https://nodejs.org/download failed',
        code: 1,
      },
      'headersMissing',
    ],
    ['anything else', { output: 'npm error code ETARGET', code: 1 }, null],
  ])('%s', (_name, ending, fault) => {
    expect(faultOf(ending)).toBe(fault);
  });

  it.each([
    ["Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'esbuild'", true],
    ['Error: Cannot find native binding. npm has a bug', true],
    ["Error: ENOENT: no such file, open '/x/node_modules/a/package.json'", true],
    ['', true],
    ["SyntaxError: The requested module 'lightningcss' does not provide an export named 'x'", true],
    ["SyntaxError: Named export 'build' not found. The requested module 'esbuild' is", true],
    ['Error  Failed to load "@swc/cli" and/or "@swc/core" required packages.', true],
    ['x [ERROR] No matching export in "node_modules/typeorm/index.mjs" for import "In"', true],
    ['x [ERROR] Unexpected end of file\n\n    node_modules/fastify/fastify.js:9:1:\n      9', true],
    ['x [ERROR] Unexpected end of file\n\n    dist/src/main.js:9:1:\n      9', false],
    ['error TS2304: Cannot find name', false],
    ['x Expected a semicolon\n src/main.ts:3', false],
  ])('a build that printed %p failed on its packages: %s', (output, damaged) => {
    expect(packagesAreDamaged(output)).toBe(damaged);
  });
});
