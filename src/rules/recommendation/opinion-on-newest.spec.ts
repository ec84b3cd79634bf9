import { isOnNewest } from './opinion-on-newest.js';

describe('an opinion', () => {
  const at = '2026-09-10T02:00:00.000Z';
  const later = '2026-09-10T02:00:00.001Z';
  it.each([
    ['written afterwards', later, [at, null], true],
    ['written in the same moment', at, [at], true],
    ['older than the submission', at, [later], false],
    ['older than a correction', at, [at, later, null], false],
    ['of an application that kept no time', at, [null, undefined], true],
  ] as const)('%s', (_what, reviewedAt, handedIn, expected) => {
    expect(isOnNewest(reviewedAt, handedIn)).toBe(expected);
  });
});
