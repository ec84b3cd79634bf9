import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompile } from '../dist/src/web/views/precompile.js';
import { hasForm, templateFiles } from '../dist/src/web/views/templates.js';

/** `views/` → `dist/bundle/views`: a script for each template, and a list of them all. */
export function buildTemplates() {
  const from = fileURLToPath(new URL('../views', import.meta.url));
  const to = fileURLToPath(new URL('../dist/bundle/views', import.meta.url));
  rmSync(to, { recursive: true, force: true });
  const contents = {};
  for (const name of templateFiles(from)) {
    const source = readFileSync(join(from, `${name}.hbs`), 'utf8');
    const target = join(to, `${name}.cjs`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `module.exports = ${precompile(source)};\n`);
    contents[name] = { hasForm: hasForm(name, source) };
  }
  writeFileSync(join(to, 'contents.json'), JSON.stringify(contents));
}
