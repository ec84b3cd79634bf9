import type { Rating } from '../calibration/rating.js';
import { pairwiseWeightedKappa } from './weighted-kappa.js';

/** 25 entries of two judges by the 3 × 3 table of their grades: rows judge A, columns judge B. */
const contingency = [
  [8, 2, 0],
  [1, 6, 2],
  [0, 1, 5],
];
const ratings: readonly Rating[] = contingency.flatMap((row, a) =>
  row.flatMap((count, b) =>
    Array.from({ length: count }, (_, index) => `${a}${b}${index}`).flatMap((entry) => [
      { judge: 'A', entry, score: a + 1 },
      { judge: 'B', entry, score: b + 1 },
    ]),
  ),
);

describe('pairwiseWeightedKappa', () => {
  it('weighs by distance: 6 disagreements of one grade against those expected from the margins', () => {
    // Margins A 10, 9, 6 and B 9, 9, 7.
    const chance = (10 * (9 + 2 * 7) + 9 * (9 + 7) + 6 * (2 * 9 + 9)) / 25;
    expect(pairwiseWeightedKappa(ratings, 'linear')).toEqual([
      { judges: ['A', 'B'], n: 25, kappa: 1 - 6 / chance },
    ]);
  });

  it('weighs by squared distance', () => {
    const chance = (10 * (9 + 4 * 7) + 9 * (9 + 7) + 6 * (4 * 9 + 9)) / 25;
    expect(pairwiseWeightedKappa(ratings, 'quadratic')[0]!.kappa).toBeCloseTo(1 - 6 / chance, 14);
  });

  it('is undefined for judges with fewer than two common entries or without any spread', () => {
    const sparse = [
      { judge: 'A', entry: '1', score: 3 },
      { judge: 'B', entry: '1', score: 3 },
      { judge: 'B', entry: '2', score: 3 },
      { judge: 'C', entry: '1', score: 3 },
      { judge: 'C', entry: '2', score: 3 },
    ];
    expect(pairwiseWeightedKappa(sparse, 'linear')).toEqual([
      { judges: ['A', 'B'], n: 1, kappa: null, reason: 'agreement.undefined.noPairs' },
      { judges: ['A', 'C'], n: 1, kappa: null, reason: 'agreement.undefined.noPairs' },
      { judges: ['B', 'C'], n: 2, kappa: null, reason: 'agreement.undefined.noVariation' },
    ]);
  });
});
