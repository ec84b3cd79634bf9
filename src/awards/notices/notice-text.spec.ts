import { expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { writeBody } from '../../paper/body.js';
import { callText, defenceText } from './notice-text.js';

const source = {
  programme: {
    name: '评选',
    calendar: [
      { phase: 'Open', from: '2026-12-01', to: '2026-12-02', workingDays: 2 },
      { phase: 'Drawing', from: '2026-12-11', to: '2026-12-11', workingDays: 1 },
    ],
  } as unknown as ProgrammeRow,
  rules: PRESET_NOW,
  basis: { organ: '市政府', number: '1号' },
  office: { name: '市办', telephone: '1', address: '2' },
};

test.each([
  ['2026-12-11', 1, '2026年12月11日，共1个工作日。'],
  ['2026-12-14', 2, '2026年12月11日至2026年12月14日，共2个工作日。'],
])('a defence up to %s says its days', (to, workingDays, words) => {
  const days = { from: '2026-12-11', to, workingDays };
  expect(writeBody(defenceText({ ...source, ...days }))).toContain(`\n${words}`);
});

test('a call says a phase of one day as one day', () => {
  const text = writeBody(callText(source));
  expect(text).toContain('：2026年12月1日至2026年12月2日（2个工作日）。');
  expect(text).toContain('：2026年12月11日（1个工作日）。');
});
