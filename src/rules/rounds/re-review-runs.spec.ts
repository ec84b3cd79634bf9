import { describe, expect, test } from '@jest/globals';
import { reReviewRuns } from './re-review-runs.js';

describe('a re-review', () => {
  test.each([
    ['of an application in review', 'InReview', false, true],
    ['that a lock has counted', 'ScoreLocked', false, false],
    ['of a selected merchant, before its result is on record', 'Selected', true, true],
    ['of a selected merchant, afterwards', 'Selected', false, false],
  ] as const)('%s', (_what, application, openLate, runs) => {
    expect(reReviewRuns({ application, openLate })).toBe(runs);
  });
});
