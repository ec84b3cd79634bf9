import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { transform } from '@swc/core';
import { inRoot, textOf } from './paths.mjs';

/** Compiles `bench/` beside the built application, whose modules it measures. */
export async function compileBenchmarks() {
  const { jsc, module } = JSON.parse(textOf('.swcrc'));
  rmSync(inRoot('dist/bench'), { recursive: true, force: true });
  const names = readdirSync(inRoot('bench'), { recursive: true });
  for (const name of names.filter((file) => file.endsWith('.ts'))) {
    const filename = inRoot('bench', name);
    const { code } = await transform(readFileSync(filename, 'utf8'), {
      jsc,
      module,
      filename,
      swcrc: false,
    });
    const target = inRoot('dist/bench', name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}
