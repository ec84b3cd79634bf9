import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findContactPatterns } from '../identifiers/contact-patterns.js';
import { readText } from './evidence-policy.js';

const file = join(import.meta.dirname, '../../../test/fixtures/entry/03-blind-text.txt');
const lines = readFileSync(file, 'utf8').trim().split('\n');

test('hides names and telephones however they are broken, line by line', () => {
  const names = ['江山沐晴小院家庭农场', '严思澄'];
  const shown = lines.map((line) => readText(line, { blind: true, names }));
  expect(shown).toEqual(['普通写法▇▇。', '零宽写法▇▇，电话▇▇。', '分隔写法▇▇，软连字符▇▇。']);
  expect(findContactPatterns(lines[1]!)).toMatchObject([
    { pattern: 'Telephone', text: '19800000071' },
  ]);
});
