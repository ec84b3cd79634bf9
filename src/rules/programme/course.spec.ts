import { describe, expect, test } from '@jest/globals';
import { courseOf, progressOf } from './course.js';

const calendar = [
  { phase: 'Open', from: '2026-09-02', to: '2026-10-12' },
  { phase: 'DivisionReview', from: '2026-10-13', to: '2026-10-26' },
  { phase: 'Screening', from: '2026-10-27', to: '2026-11-02' },
  { phase: 'Verification', from: '2026-11-03', to: '2026-11-16' },
  { phase: 'MaterialReview', from: '2026-11-17', to: '2026-12-04' },
  { phase: 'Publicity', from: '2026-12-23', to: '2027-01-04' },
];

describe('courseOf', () => {
  test('puts phases together, the lengths being the days to the next stage', () => {
    const course = courseOf(calendar, 'Screening', '2026-10-27');
    expect(course.map(({ stage, from, to, days }) => [stage, from, to, days])).toEqual([
      ['applying', '2026-09-02', '2026-10-26', 55],
      ['checking', '2026-10-27', '2026-11-16', 21],
      ['judging', '2026-11-17', '2026-12-04', 36],
      ['publicity', '2026-12-23', '2027-01-04', 13],
    ]);
    expect(course.map(({ progress }) => progress)).toEqual(['done', 'current', 'later', 'later']);
  });

  test('has begun a stage of which one phase is over and the next is not', () => {
    const course = courseOf(calendar, 'DivisionReview', '2026-10-14');
    expect(course.map(({ progress }) => progress)).toEqual(['current', 'later', 'later', 'later']);
  });

  test.each([
    ['the first day of all', '2026-09-02', ['applying', 0]],
    ['a day within', '2026-11-03', ['checking', 7 / 21]],
    ['a day between two stages', '2026-12-22', ['judging', 35 / 36]],
    ['the last day', '2027-01-04', ['publicity', 12 / 13]],
  ] as const)('stands at %s', (_, today, expected) => {
    const found = courseOf(calendar, 'Open', today).filter(({ reached }) => reached !== null);
    expect(found.map(({ stage, reached }) => [stage, reached])).toEqual([expected]);
  });

  test.each(['2026-09-01', '2027-01-05'])('stands nowhere on %s', (today) => {
    expect(courseOf(calendar, 'Open', today).every(({ reached }) => reached === null)).toBe(true);
  });

  test('leaves out a stage that nothing plans', () => {
    expect(courseOf([], 'Open', '2026-09-02')).toEqual([]);
  });
});

test.each([
  ['Open', 'done'],
  ['Screening', 'current'],
  ['Publicity', 'later'],
] as const)('%s is %s while screening', (phase, progress) => {
  expect(progressOf(phase, 'Screening')).toBe(progress);
});
