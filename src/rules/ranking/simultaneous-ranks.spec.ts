import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simultaneousRanks } from './simultaneous-ranks.js';

/** The definition, over all pairs. */
function byPairs(estimates: readonly number[], draws: readonly (readonly number[])[]) {
  const pairs = estimates.flatMap((_, better) =>
    estimates.flatMap((__, worse) => (better === worse ? [] : [{ better, worse }])),
  );
  const above = ({ better, worse }: { better: number; worse: number }) =>
    estimates[better]! - estimates[worse]!;
  let open = pairs;
  for (;;) {
    const largest = draws
      .map((errors) => Math.max(0, ...open.map((one) => errors[one.worse]! - errors[one.better]!)))
      .toSorted((a, b) => a - b);
    const margin = largest[Math.ceil(0.9 * largest.length) - 1]!;
    const left = pairs.filter((one) => above(one) <= margin);
    if (left.length === open.length) break;
    open = left;
  }
  const decided = pairs.filter((one) => !open.includes(one));
  return estimates.map((_, entry) => ({
    low: 1 + decided.filter(({ worse }) => worse === entry).length,
    high: estimates.length - decided.filter(({ better }) => better === entry).length,
  }));
}

const setsOf = (estimates: readonly number[], draws: readonly (readonly number[])[]) =>
  simultaneousRanks({
    estimates: Float64Array.from(estimates),
    errors: Float32Array.from(draws.flat()),
  });

test('an entry stands above another where no error of nine draws in ten reaches the difference', () => {
  // The largest error between two is 2 in nine draws and 30 in one.
  const draws = [...Array.from({ length: 9 }, () => [1, -1, 0]), [15, -15, 0]];
  expect(setsOf([10, 6.9, 9], draws)).toEqual([
    { low: 1, high: 2 },
    { low: 3, high: 3 },
    { low: 1, high: 2 },
  ]);
});

test('what is decided leaves the search, and what is left is asked with a smaller margin', () => {
  // The first draws low and the last draws high by 4, but they are 20 apart; the two in between err by 1.
  const draws = Array.from({ length: 10 }, () => [0, 0, 1, -1].map((error) => error)).map(
    (errors, at) => (at < 5 ? [-4, 4, ...errors.slice(2)] : errors),
  );
  const sets = setsOf([30, 10, 20, 18], draws);
  expect(sets[2]).toEqual({ low: 2, high: 3 });
  expect(sets).toEqual(byPairs([30, 10, 20, 18], draws));
});

test('as the definition says, whatever the estimates and the draws', () => {
  const whole = fc.integer({ min: -8, max: 8 });
  const input = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: count, maxLength: count }),
      fc.array(fc.array(whole, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 12,
      }),
    ),
  );
  fc.assert(
    fc.property(input, ([estimates, draws]) => {
      expect(setsOf(estimates, draws)).toEqual(byPairs(estimates, draws));
    }),
  );
});
