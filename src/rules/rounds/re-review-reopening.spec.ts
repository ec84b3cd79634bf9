import { expect, test } from '@jest/globals';
import { mayReopen } from './re-review-reopening.js';

test.each([
  ['ScoreLocked', 'Publicity', true],
  ['InPublicity', 'ObjectionHandling', true],
  ['NotProposed', 'Approved', true],
  ['Selected', 'Published', true],
  ['InPublicity', 'InForce', true],
  ['ScoreLocked', 'Conferred', true],
  ['NotProposed', 'Conferred', false],
  ['Selected', 'InForce', false],
  ['UnderObjection', 'Publicity', false],
  ['InReview', 'Publicity', false],
  ['Cancelled', 'Publicity', false],
] as const)('a counted re-review of one that is %s in %s', (application, programme, may) => {
  expect(mayReopen({ application, programme })).toBe(may);
});
