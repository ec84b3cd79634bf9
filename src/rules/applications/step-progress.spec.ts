import { stepProgress } from './step-progress.js';

describe('a step of the form', () => {
  it.each([
    ['untouched, with something required', 0, 14, 2, 'notBegun'],
    ['untouched, with nothing required', 0, 14, 0, 'notBegun'],
    ['begun, with something required missing', 3, 14, 1, 'partly'],
    ['with a contradiction in what is all filled in', 14, 14, 1, 'partly'],
    ['with all that is required', 3, 14, 0, 'enough'],
    ['with everything', 14, 14, 0, 'complete'],
    ['that asks for nothing', 0, 0, 0, 'complete'],
  ] as const)('%s', (_what, filled, total, missing, expected) => {
    expect(stepProgress({ filled, total, missing })).toBe(expected);
  });
});
