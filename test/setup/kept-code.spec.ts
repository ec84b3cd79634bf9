import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-code-'));
  cpSync(join(projectRoot, 'bin/shipped/kept-code.cjs'), join(folder, 'kept-code.cjs'));
  // Each asks for the other, as files of a bundle do.
  writeFileSync(
    join(folder, 'program.cjs'),
    `exports.name = 'the program';
     exports.words = () => require('node:path').basename(__filename) + ' ' + require('./other.cjs').words();`,
  );
  writeFileSync(
    join(folder, 'other.cjs'),
    `const { name } = require('./program.cjs');
     exports.words = () => 'asks ' + name;`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the program says in a process of its own, and of how many files the code lay ready. */
function run({ flags = [] as string[], keep = false } = {}): [string, number, number] {
  const script = `const { counts, keep, load } = require('./kept-code.cjs');
    const words = load(process.cwd(), 'program.cjs').words();
    if (${keep}) keep();
    const { files, kept } = counts();
    console.log(JSON.stringify([words, files, kept]));`;
  const said = execFileSync(process.execPath, [...flags, '-e', script], { cwd: folder });
  return JSON.parse(said.toString()) as [string, number, number];
}

const words = 'program.cjs asks the program';

it('runs a program without kept code, and with it after it was kept', () => {
  expect(run({ keep: true })).toEqual([words, 2, 0]);
  expect(run()).toEqual([words, 2, 2]);
});

it('leaves code that was damaged or cut alone', () => {
  run({ keep: true });
  const file = join(folder, 'program.cjs.code');
  const code = readFileSync(file);
  code[code.length - 40]! ^= 0xff;
  writeFileSync(file, code);
  writeFileSync(join(folder, 'other.cjs.code'), '');
  expect(run()).toEqual([words, 2, 0]);
});

it('leaves code that Node made with other settings alone', () => {
  run({ keep: true });
  expect(run({ flags: ['--no-lazy'] })).toEqual([words, 2, 0]);
});
