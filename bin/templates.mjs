import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompile, readTemplates } from '../dist/src/web/views/source-templates.js';

/** `views/` → `dist/bundle/views`: a script for each template, and a list of them all. */
export function buildTemplates() {
  const to = fileURLToPath(new URL('../dist/bundle/views', import.meta.url));
  rmSync(to, { recursive: true, force: true });
  const contents = {};
  for (const { name, text, hasForm } of readTemplates()) {
    const target = join(to, `${name}.cjs`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `module.exports = ${precompile(text)};\n`);
    contents[name] = { hasForm };
  }
  writeFileSync(join(to, 'contents.json'), JSON.stringify(contents));
}
