import { expect, test } from '@jest/globals';
import { hoursUntil, remindAgainAt } from './cooldown.js';

test.each([
  ['never before', null, '2026-11-10T08:00:00.000Z', null],
  [
    'a moment ago',
    '2026-11-10T07:59:59.000Z',
    '2026-11-10T08:00:00.000Z',
    '2026-11-11T07:59:59.000Z',
  ],
  [
    'almost a day ago',
    '2026-11-09T08:00:00.001Z',
    '2026-11-10T08:00:00.000Z',
    '2026-11-10T08:00:00.001Z',
  ],
  ['a whole day ago', '2026-11-09T08:00:00.000Z', '2026-11-10T08:00:00.000Z', null],
])('judges who were reminded %s', (_, last, now, again) => {
  expect(remindAgainAt(last, now, 'judges')).toBe(again);
});

test('merchants are left alone for a week', () => {
  const last = '2026-03-01T08:00:00.000Z';
  expect(remindAgainAt(last, '2026-03-08T07:59:59.999Z', 'returns')).toBe(
    '2026-03-08T08:00:00.000Z',
  );
  expect(remindAgainAt(last, '2026-03-08T08:00:00.000Z', 'returns')).toBeNull();
});

test('the hours left are full ones, so that nobody comes back too early', () => {
  expect(hoursUntil('2026-03-08T08:00:00.000Z', '2026-03-08T06:59:00.000Z')).toBe(2);
  expect(hoursUntil('2026-03-08T08:00:00.000Z', '2026-03-08T07:00:00.000Z')).toBe(1);
});
