import type { Rating } from '../calibration/rating.js';
import type { MeasurementLevel } from './krippendorff-alpha.js';
import { ratingGrid } from './rating-grid.js';
import { type KappaTable, pairwiseKappa } from './weighted-kappa.js';

function kappaPairs(ratings: readonly Rating[], level: MeasurementLevel) {
  return (pairwiseKappa(ratingGrid(ratings), level) as KappaTable).pairs;
}

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

describe('pairwiseKappa', () => {
  it('weighs by distance: 6 disagreements of one grade against those expected from the margins', () => {
    // Margins A 10, 9, 6 and B 9, 9, 7.
    const chance = (10 * (9 + 2 * 7) + 9 * (9 + 7) + 6 * (2 * 9 + 9)) / 25;
    expect(kappaPairs(ratings, 'ordinal')).toEqual([
      { judges: ['A', 'B'], n: 25, kappa: 1 - 6 / chance },
    ]);
  });

  it('weighs by squared distance', () => {
    const chance = (10 * (9 + 4 * 7) + 9 * (9 + 7) + 6 * (4 * 9 + 9)) / 25;
    expect(kappaPairs(ratings, 'interval')[0]!.kappa).toBeCloseTo(1 - 6 / chance, 14);
  });

  it('is undefined for judges with fewer than two common entries or without any spread', () => {
    const sparse = [
      { judge: 'A', entry: '1', score: 3 },
      { judge: 'B', entry: '1', score: 3 },
      { judge: 'B', entry: '2', score: 3 },
      { judge: 'C', entry: '1', score: 3 },
      { judge: 'C', entry: '2', score: 3 },
    ];
    expect(kappaPairs(sparse, 'ordinal')).toEqual([
      { judges: ['A', 'B'], n: 1, kappa: null, reason: 'agreement.undefined.noPairs' },
      { judges: ['A', 'C'], n: 1, kappa: null, reason: 'agreement.undefined.noPairs' },
      { judges: ['B', 'C'], n: 2, kappa: null, reason: 'agreement.undefined.noVariation' },
    ]);
  });

  it('of names is Cohen’s (1960): 20, 5, 10 and 15 of 50 grants give 0.4', () => {
    const grants = [
      [1, 1, 20],
      [1, 0, 5],
      [0, 1, 10],
      [0, 0, 15],
    ].flatMap(([a, b, count]) =>
      Array.from({ length: count! }, (_, at) => `${a}${b}${at}`).flatMap((entry) => [
        { judge: 'A', entry, score: a! },
        { judge: 'B', entry, score: b! },
      ]),
    );
    expect(kappaPairs(grants, 'nominal')[0]!.kappa).toBeCloseTo(0.4, 14);
  });

  it('takes the mean over the pairs that have one', () => {
    const three = [
      ...ratings,
      ...ratings.filter(({ judge }) => judge === 'A').map((one) => ({ ...one, judge: 'C' })),
    ];
    const { mean, pairs, weights } = pairwiseKappa(ratingGrid(three), 'ordinal') as KappaTable;
    const ab = pairs[0]!.kappa!;
    expect([weights, pairs.map(({ kappa }) => kappa)]).toEqual([
      'linear',
      [ab, 1, expect.closeTo(ab, 14)],
    ]);
    expect(mean).toBeCloseTo((2 * ab + 1) / 3, 14);
  });

  it('is not computed for more than a hundred judges', () => {
    const many = Array.from({ length: 101 }, (_, judge) => [
      { judge: `J${judge}`, entry: 'A', score: judge },
      { judge: `J${judge}`, entry: 'B', score: 1 },
    ]).flat();
    expect(pairwiseKappa(ratingGrid(many), 'interval')).toEqual({
      reason: 'agreement.undefined.tooManyJudges',
    });
  });
});
