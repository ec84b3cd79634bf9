import { expect, test } from '@jest/globals';
import { forecastEnd } from './forecast-end.js';

test('ten of forty sheets in two hours leave six hours', () => {
  expect(forecastEnd('2026-11-09T01:00:00.000Z', '2026-11-09T03:00:00.000Z', 10, 40)).toBe(
    '2026-11-09T09:00:00.000Z',
  );
});

test('there is no forecast before the first sheet and after the last', () => {
  expect(forecastEnd(null, '2026-11-09T03:00:00.000Z', 0, 40)).toBeNull();
  expect(forecastEnd(null, '2026-11-09T03:00:00.000Z', 10, 40)).toBeNull();
  expect(forecastEnd('2026-11-09T01:00:00.000Z', '2026-11-09T03:00:00.000Z', 0, 40)).toBeNull();
  expect(forecastEnd('2026-11-09T01:00:00.000Z', '2026-11-09T03:00:00.000Z', 40, 40)).toBeNull();
});
