import { describe, expect, test } from '@jest/globals';
import { translate } from './catalogue.js';

describe('a sentence', () => {
  test.each([
    ['zh-CN', '2027年2月1日同时列为放假日和调休上班日，请保留一项。'],
    ['en', '1 February 2027'],
  ] as const)('in %s has a stored day as people write it', (language, words) => {
    expect(translate(language, 'calendar.dayInBothSets', { date: '2027-02-01' })).toContain(words);
  });

  test.each([
    ['zh-CN', '缺少列：名称、年度。'],
    ['en', 'name, year'],
  ] as const)('in %s has between several things the sign of its language', (language, words) => {
    const columns = language === 'en' ? 'name, year' : '名称, 年度';
    expect(translate(language, 'forms.table.missingColumns', { columns })).toContain(words);
  });

  test.each(['2026-02-30', '2026-13-45'])('repeats %s as it was typed', (date) => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(translate(language, 'calendar.dateInvalid', { date })).toContain(`“${date}”`);
    }
  });

  test.each([
    ['programmes.calendar.tooShort', { workingDays: 1, least: 5 }, 'Only 1 working day;'],
    ['awards.lock.waiting.compute', { count: 1 }, '; 1 application.'],
    ['awards.lock.unsigned', { count: 1 }, '1 sheet is unsigned.'],
    ['review.takeover.done', { count: 1 }, '1 application is taken over and passes'],
    ['judging.round.unstaffed', { count: 1 }, '1 application has to be scored again'],
  ])('in English counts one: %s', (key, variables, words) => {
    expect(translate('en', key, variables)).toContain(words);
  });
});
