import { expect, test } from '@jest/globals';
import { translate } from '../../../text/catalogue.js';
import type { PageContext } from '../../../web/page-context.js';
import { typedIntoSheet } from './typed-sheet.js';

test('points, comment and note of a closed sheet stand under their labels, and nothing of the window', () => {
  const context = { t: (key: string) => translate('zh-CN', key) } as PageContext;
  const sent = {
    'score-G11': '3.5',
    'comment-G11': '带动明显',
    'seen-comment-G11': '带动',
    'choice-G11': 'mine',
    note: '再看一遍',
    after: 'next',
    'finding.netWan': '400',
  };
  const typed = typedIntoSheet(sent)(context);
  expect(typed.filter(({ value }) => value !== '')).toEqual([
    { name: 'score-G11', label: 'G11 得分', value: '3.5' },
    { name: 'comment-G11', label: 'G11 评语', value: '带动明显' },
    { name: 'note', label: '自己的笔记', value: '再看一遍' },
  ]);
  expect(typed.map(({ name }) => name)).not.toContain('finding.netWan');
});
