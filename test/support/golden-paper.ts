import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { projectRoot } from '../../src/config/project-root.js';
import type { Paper } from '../../src/paper/paper.js';
import { writePlainText } from '../../src/paper/paper-text.js';

/**
 * The plain text of a paper is the one that was read and kept in `test/fixtures/papers`. With
 * BIAOGAN_WRITE_PAPERS=1 it is written anew, to be read in the difference.
 */
export function expectGolden(name: string, paper: Paper): void {
  const file = join(projectRoot, 'test/fixtures/papers', `${name}.txt`);
  const text = writePlainText(paper);
  if (process.env.BIAOGAN_WRITE_PAPERS) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}
