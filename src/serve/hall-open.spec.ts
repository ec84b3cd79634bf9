import { expect, test } from '@jest/globals';
import { runCommand, temporaryFile } from '../../test/support/run-command.js';
import { day, seal } from '../rules/hall/hall-day.fixture.js';
import { hallOpen } from './hall-open.command.js';

const early = seal({ ...day, madeAt: '2999-01-01T00:00:00.000Z' });
test.each([
  ['no file', [], '请写明答辩日文件'],
  ['two files', ['a.json', 'b.json'], '请写明答辩日文件'],
  ['a file that is not there', ['/nowhere/hall.json'], '读不到文件 /nowhere/hall.json'],
  ['another kind of file', [temporaryFile('x.json', '{}')], '这不是答辩日文件'],
  ['a file of a later day', [temporaryFile('e.json', JSON.stringify(early))], '请先校准时钟'],
])('%s ends with a sentence', async (_title, args, sentence) => {
  const { status, words } = await runCommand(hallOpen, ...args);
  expect([status, words]).toEqual([2, expect.stringContaining(sentence)]);
});
