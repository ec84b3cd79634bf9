import { expect, it } from '@jest/globals';
import { driftByIndicator, repeatDrift } from './repeat-drift.js';

const first = { earlier: { G20: 400, G21: 300 }, later: { G20: 350, G21: 400 } };
const second = { earlier: { G20: 200 }, later: { G20: 250, G21: 100 } };

it('takes the later from the earlier points of what was scored both times', () => {
  // −50 and +100.
  expect(repeatDrift(first)).toEqual({ count: 2, mean: 25, meanAbsolute: 75 });
  expect(repeatDrift(second)).toEqual({ count: 1, mean: 50, meanAbsolute: 50 });
});

it('says nothing where nothing was scored both times', () => {
  expect(repeatDrift({ earlier: {}, later: { G20: 1 } })).toBeNull();
});

it('goes through the judges indicator by indicator, in the order asked for', () => {
  expect(driftByIndicator(['G21', 'G20', 'G22'], [first, second])).toEqual([
    { code: 'G21', count: 1, mean: 100, meanAbsolute: 100 },
    { code: 'G20', count: 2, mean: 0, meanAbsolute: 50 },
  ]);
});
