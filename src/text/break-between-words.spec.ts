import { describe, expect, test } from '@jest/globals';
import { breakBetweenWords, breakTitlesBetweenWords } from './break-between-words.js';

const parts = (text: string) => breakBetweenWords(text).split('<wbr>');

describe('a title may be cut', () => {
  test.each([
    ['名单：2026年衢州市示范网商评选', ['名单：', '2026年衢州市', '示范网商', '评选']],
    ['异议YY-2026-83NYAB36LB的专家复核', ['异议', 'YY-2026-83NYAB36LB的', '专家', '复核']],
    ['撤销：被列入名单', ['撤销：', '被', '列入', '名单']],
    ['县（市、区）的申报', ['县（市、', '区）的', '申报']],
    ['合作社&amp;家庭农场', ['合作社&amp;', '家庭', '农场']],
  ])('%s between its words only', (title, expected) => {
    expect(parts(title)).toEqual(expected);
  });

  test.each(['Objection YY-2026-83', '公告', '第2,770条'])('%s nowhere', (title) => {
    expect(parts(title)).toEqual([title]);
  });
});

test('of a page only titles of plain text are marked', () => {
  const page =
    '<h1 lang="zh-CN">专家复核</h1><p>专家复核</p><h2>专家<b>复核</b></h2><h3>专家复核</h3>';
  const marked = breakTitlesBetweenWords(page);
  expect(marked).toBe(
    '<h1 lang="zh-CN">专家<wbr>复核</h1><p>专家复核</p><h2>专家<b>复核</b></h2><h3>专家<wbr>复核</h3>',
  );
  expect(breakTitlesBetweenWords(page)).toBe(marked);
});
