import { expect, test } from '@jest/globals';
import { type Language, translate } from '../text/catalogue.js';
import type { Translate } from '../web/page-context.js';
import { formatDayList, parseDayList } from './day-list.js';

const inLanguage =
  (language: Language): Translate =>
  (key, variables) =>
    translate(language, key, variables);

const days = ['2026-02-28', '2026-09-30', '2026-10-01', '2026-10-02', '2026-12-30', '2026-12-31'];

test.each([
  ['zh-CN', '2月28日\n9月30日至10月2日\n12月30日至31日'],
  ['en', '02-28\n09-30..10-02\n12-30..12-31'],
] as const)('a list is shown in the words of %s and read back', (language, shown) => {
  expect(formatDayList(days, inLanguage(language))).toBe(shown);
  expect(parseDayList(shown, 2026, 'holidays')).toEqual(days);
});

test('a notice may be pasted as it is printed', () => {
  const notice = '2月15日（周日）至2月17日（周二）、2026年10月1日—2日，12-31';
  expect(parseDayList(notice, 2026, 'holidays')).toEqual([
    '2026-02-15',
    '2026-02-16',
    '2026-02-17',
    '2026-10-01',
    '2026-10-02',
    '2026-12-31',
  ]);
});
