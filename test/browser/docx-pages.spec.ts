import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeDocx } from '../../src/paper/docx/paper-docx.js';
import { samplePaper } from '../support/sample-paper.js';

/** What an editor makes of the file, in LibreOffice as Debian has it. One run: starting it takes seconds. */
let folder = '';
let pages: string[][] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaogan-docx-'));
  writeFileSync(join(folder, 'paper.docx'), await writeDocx(samplePaper));
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(program, parameters, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  run('soffice', '--headless', '--convert-to', 'pdf', 'paper.docx');
  pages = run('pdftotext', '-layout', 'paper.pdf', '-')
    .split('\f')
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    );
}, 90_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a full page has 22 lines of 28 characters', () => {
  const [, second = []] = pages;
  const lines = second.slice(0, -1);
  expect(lines).toHaveLength(22);
  expect(Math.max(...lines.map((line) => Array.from(line).length))).toBe(28);
  expect(lines.filter((line) => Array.from(line).length === 28).length).toBeGreaterThan(8);
  expect(second.at(-1)?.replaceAll(' ', '')).toBe('—2—');
});

it('nothing of the paper is lost on the way', () => {
  const all = pages.flat().join('').replaceAll(' ', '');
  for (const said of [
    samplePaper.number!,
    samplePaper.title,
    samplePaper.addressee!,
    '附件：1.评分标准',
    samplePaper.signature!.day,
    '报：市委办公室、市政府办公室。',
    '发：各商务主管部门。',
  ]) {
    expect(all).toContain(said);
  }
  expect(all).toContain('𠮷祥茶行');
});
