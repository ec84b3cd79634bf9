import { describe, expect, test } from '@jest/globals';
import { type Language, translate } from '../../text/catalogue.js';
import { titleReasonText } from './title-reason.js';

const read = (language: Language, stored: string | null) =>
  titleReasonText(stored, (key, variables) => translate(language, key, variables));

describe('the reason of a title that has ended', () => {
  test.each<[string, string | null, string | null, string | null]>([
    [
      'a ground by its key',
      'awards.revocation.ground.V1',
      '被列为失信被执行人',
      'Listed as a judgment defaulter',
    ],
    [
      'a ground that an older version stored in Chinese',
      '被列为失信被执行人',
      '被列为失信被执行人',
      'Listed as a judgment defaulter',
    ],
    ['what somebody typed', '经查，情况属实。', '经查，情况属实。', '经查，情况属实。'],
    [
      'a key that is no reason',
      'awards.titles.title',
      'awards.titles.title',
      'awards.titles.title',
    ],
    ['nothing', null, null, null],
  ])('%s', (_title, stored, zh, en) => {
    expect([read('zh-CN', stored), read('en', stored)]).toEqual([zh, en]);
  });
});
