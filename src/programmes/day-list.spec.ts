import { expect, test } from '@jest/globals';
import { type Language, translate } from '../text/catalogue.js';
import type { Translate } from '../web/page-context.js';
import { formatDayList, parseDayList, parseTypedDays } from './day-list.js';

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

const whole = `国务院办公厅关于2022年
部分节假日安排的通知
国办发明电〔2021〕11号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2022年元旦、春节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周六）至3日（周一）放假调休，共3天。
二、春节：1月31日（农历除夕、周一）至2月6日（周日）放假调休，共7天。1月29日（周六）、1月30日（周日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2021年10月25日`;

test.each(['holidays', 'makeUpDays'] as const)('the notice pastes whole into %s', (field) => {
  const { holidays, makeUpDays } = parseTypedDays(whole, 2022, field);
  expect(holidays.slice(0, 4)).toEqual(['2022-01-01', '2022-01-02', '2022-01-03', '2022-01-31']);
  expect(holidays).toHaveLength(10);
  expect(makeUpDays).toEqual(['2022-01-29', '2022-01-30']);
});

test.each([
  '2022年12月31日至2023年1月2日放假调休，共3天。',
  '2022年12月31日至1月2日放假调休',
  '12月31日至1月2日',
  '2022-12-31..2023-01-02',
])('of %s, over New Year, the days of the year count', (typed) => {
  expect(parseTypedDays(typed, 2023, 'holidays').holidays).toEqual(['2023-01-01', '2023-01-02']);
});

test.each([
  ['programmes.refused.dayList', '2月30日至31日', '2月30日至31日'],
  ['programmes.refused.dayList', '1月1日放假，另有5处', '1月1日放假,另有5处'],
  ['programmes.refused.dayList', '2023-10-07..2023-10-01', '2023-10-07..2023-10-01'],
  ['programmes.refused.dayList', '2023-03-01..2023-04-01', '2023-03-01..2023-04-01'],
  ['calendar.dateOutsideYear', '2022年1月1日至3日', '2022年1月1日至3日'],
])('%s names what was typed, never a form of ours', (code, typed, named) => {
  expect(() => parseTypedDays(typed, 2023, 'holidays')).toThrow(
    expect.objectContaining({
      code,
      variables: expect.objectContaining(
        code === 'programmes.refused.dayList' ? { part: named } : { date: named },
      ) as unknown,
    }),
  );
});

test('a run may be as long as the longest month', () => {
  expect(parseDayList('03-01..03-31', 2026, 'holidays')).toHaveLength(31);
});
