import { describe, expect, it } from '@jest/globals';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { extendedEnd, isTooShort } from './time-too-short.js';

describe('more than a third', () => {
  it.each([
    [0, 5, false],
    [1, 5, false],
    [2, 5, true],
    [2, 6, false],
    [3, 7, true],
    [3, 9, false],
  ])('%i of %i', (said, judges, expected) => {
    expect(isTooShort(said, judges)).toBe(expected);
  });
});

describe('the day it is extended to', () => {
  const calendar = createWorkingDayCalendar([
    { year: 2026, holidays: ['2026-10-01', '2026-10-02'], makeUpDays: ['2026-10-10'] },
  ]);
  it.each([
    [
      'half of ten days, over a holiday and a Saturday at work',
      '2026-09-21',
      '2026-09-30',
      '2026-09-25',
      '2026-10-08',
    ],
    ['half of three days, rounded up', '2026-06-01', '2026-06-03', '2026-06-02', '2026-06-05'],
    [
      'from today, where the last day has passed',
      '2026-06-01',
      '2026-06-03',
      '2026-06-08',
      '2026-06-10',
    ],
    ['a day at least, where it had none', '2026-06-06', '2026-06-07', '2026-06-05', '2026-06-08'],
  ])('%s', (_, opensOn, closesOn, today, end) => {
    expect(extendedEnd(calendar, { opensOn, closesOn }, today)).toBe(end);
  });
});
