import { acceptsUntil, countsAsBegun } from './upload-grace.js';

const deadline = '2026-04-10T16:00:00.000Z';

it('accepts until the deadline, or 30 minutes after the last upload that began before it', () => {
  expect(acceptsUntil(deadline, [])).toBe(deadline);
  expect(acceptsUntil(deadline, ['2026-04-10T09:00:00.000Z'])).toBe(deadline);
  const begun = ['15:58', '15:40', '15:50'].map((time) => `2026-04-10T${time}:00.000Z`);
  expect(acceptsUntil(deadline, begun)).toBe('2026-04-10T16:28:00.000Z');
});

it('an upload that begins at the deadline or later moves nothing', () => {
  expect(acceptsUntil(deadline, [deadline, '2026-04-10T16:20:00.000Z'])).toBe(deadline);
});

it('counts what completes within 30 minutes of its start', () => {
  const start = '2026-04-10T15:59:59.000Z';
  expect(countsAsBegun(start, '2026-04-10T16:29:58.999Z')).toBe(true);
  expect(countsAsBegun(start, '2026-04-10T16:29:59.000Z')).toBe(false);
  expect(countsAsBegun(start, start)).toBe(true);
  expect(countsAsBegun(start, '2026-04-10T15:59:58.999Z')).toBe(false);
});
