import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import {
  type DefenceRecord,
  agreeing,
  contradictionItemOf,
  recordProblem,
} from './defence-record.js';

const spoke: DefenceRecord = {
  attended: true,
  overtimeSeconds: 31,
  contradiction: false,
  remark: null,
};

test('only the category whose rubric deducts for it has a record of the defence', () => {
  const items = PRESET_NOW.categories.map((one) => [one.code, contradictionItemOf(one)]);
  expect(Object.fromEntries(items)).toEqual({ G: null, Y: 'Y18.contradiction', N: null });
});

describe('a record', () => {
  test.each([
    ['a time', spoke, null],
    ['no time over', { ...spoke, overtimeSeconds: 0 }, null],
    ['no time at all', { ...spoke, overtimeSeconds: null }, ['forms.required', 'overtimeSeconds']],
    [
      'a contradiction without its ground',
      { ...spoke, contradiction: true, remark: '与材料不符。' },
      ['judging.defence.remarkMissing', 'remark'],
    ],
    [
      'a contradiction with it',
      { ...spoke, contradiction: true, remark: '所述用工人数与参保表不一致' },
      null,
    ],
    [
      'a contradiction with a ground as short as it may be',
      { ...spoke, contradiction: true, remark: '用工人数与参保表不符' },
      null,
    ],
    [
      'absence without a word',
      { ...spoke, attended: false, overtimeSeconds: null },
      ['judging.defence.remarkMissing', 'remark'],
    ],
    [
      'absence with a time',
      { ...spoke, attended: false, remark: '事先来电说明不到场答辩' },
      ['judging.defence.absentOnly', 'overtimeSeconds'],
    ],
    [
      'absence with a contradiction',
      {
        attended: false,
        overtimeSeconds: null,
        contradiction: true,
        remark: '事先来电说明不到场答辩',
      },
      ['judging.defence.absentOnly', 'overtimeSeconds'],
    ],
  ])('with %s', (_title, record, expected) => {
    const found = recordProblem(record);
    expect(found && [found.key, found.field]).toEqual(expected);
  });

  const hall = { attended: true, overtimeSeconds: 31 };
  test.each([
    ['as the clock says', { ...spoke, overtimeSeconds: 31 }, hall, null],
    ['against the clock, in silence', { ...spoke, overtimeSeconds: 0 }, hall, 'remark'],
    [
      'against the clock, for a reason',
      { ...spoke, overtimeSeconds: 0, remark: '计时员晚按了三十一秒结束' },
      hall,
      null,
    ],
    [
      'of somebody whom the hall did not see',
      spoke,
      { attended: false, overtimeSeconds: null },
      'remark',
    ],
  ])('%s', (_title, record, reading, field) => {
    expect(recordProblem(record, reading)?.field ?? null).toBe(field);
  });

  test('tells how long the ground must be', () => {
    const found = recordProblem({ ...spoke, contradiction: true, remark: '不符' });
    expect(found!.variables).toEqual({ min: 10 });
  });

  test('agrees with another that counts the same', () => {
    expect(agreeing(spoke, { ...spoke, remark: '另一种说法' })).toBe(true);
    expect(agreeing(spoke, { ...spoke, overtimeSeconds: 30 })).toBe(false);
    expect(agreeing(spoke, { ...spoke, contradiction: true })).toBe(false);
    expect(
      agreeing(
        { ...spoke, overtimeSeconds: null },
        { ...spoke, attended: false, overtimeSeconds: null },
      ),
    ).toBe(false);
  });
});
