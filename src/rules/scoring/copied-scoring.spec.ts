import { indicator } from '../../../test/reference/support.js';
import { copiedScoring } from './copied-scoring.js';
import type { Scoring } from './scoring.js';

const name = { zh: '名', en: 'Name' };
const from = [
  { low: 10, points: 400 },
  { high: 10, points: 3 },
];
/** Of 4 points in the weight of 10: each point two and a half times, half a hundredth up. */
const to = [
  { low: 10, points: 1000 },
  { high: 10, points: 8 },
];
const copied = (scoring: Scoring, weight = 400) =>
  copiedScoring({ ...indicator('G1'), code: 'A1', weight, scoring }, { code: 'B7', weight: 1000 });

describe('a computation of 4 points, copied for 10', () => {
  it.each<[Scoring, Partial<Record<string, unknown>>]>([
    [
      { kind: 'tick', item: 'A1.shown', name, points: 400 },
      { item: 'B7.shown', points: 1000 },
    ],
    [
      { kind: 'tick', item: 'A10.shown', name, points: 100 },
      { item: 'B7.A10.shown', points: 250 },
    ],
    [
      { kind: 'count', figure: 'training', name, pointsEach: 100, most: 300 },
      { pointsEach: 250, most: 750 },
    ],
    [{ kind: 'ratings', levelPoints: [400, 200, 0] }, { levelPoints: [1000, 500, 0] }],
    [
      { kind: 'sampling', none: 400, oneRemedied: 100 },
      { none: 1000, oneRemedied: 250 },
    ],
    [
      {
        kind: 'certifications',
        types: [{ code: 'x', name, points: 200, longTerm: true }],
        best: 2,
        cap: 400,
      },
      { types: [{ code: 'x', name, points: 500, longTerm: true }], cap: 1000 },
    ],
    [
      {
        kind: 'sum',
        cap: 400,
        parts: [
          { kind: 'tick', item: 'A1.shown', name, points: 200 },
          { kind: 'sampling', none: 200, oneRemedied: 100 },
        ],
      },
      {
        cap: 1000,
        parts: [
          { kind: 'tick', item: 'B7.shown', name, points: 500 },
          { kind: 'sampling', none: 500, oneRemedied: 250 },
        ],
      },
    ],
    [
      {
        kind: 'tax',
        bands: from,
        choice: 'taxBand',
        options: [{ code: 'x', name, points: 200 }],
        declarationUpTo: 100,
        declarationItem: 'A1.declared',
      },
      {
        bands: to,
        options: [{ code: 'x', name, points: 500 }],
        declarationUpTo: 250,
        declarationItem: 'B7.declared',
      },
    ],
    [
      { kind: 'complaints', perOrders: 10_000, bands: from, unansweredPenalty: 100 },
      { bands: to, unansweredPenalty: 250 },
    ],
    [
      { kind: 'insuredStaff', bands: from, familyWorkersPoints: 100 },
      { bands: to, familyWorkersPoints: 250 },
    ],
    [{ kind: 'insuredStaff', bands: from, familyWorkersPoints: null }, { bands: to }],
    [{ kind: 'growth', current: 'netWan', base: 'netWanYearBefore', bands: from }, { bands: to }],
    [
      {
        kind: 'growth',
        current: 'netWan',
        base: 'netWanYearBefore',
        bands: from,
        smallBase: { below: 5000, most: 300 },
      },
      { bands: to, smallBase: { below: 5000, most: 750 } },
    ],
    [
      {
        kind: 'compoundGrowth',
        current: 'netWan',
        base: 'netWanTwoYearsBefore',
        fallbackBase: 'netWanYearBefore',
        bands: from,
        smallBase: { below: 5000, most: 300 },
        fallbackMost: 200,
      },
      { bands: to, smallBase: { below: 5000, most: 750 }, fallbackMost: 500 },
    ],
    [{ kind: 'bands', figure: 'orders', closed: 'low', bands: from }, { bands: to }],
    [{ kind: 'operatingYears', bands: from }, { bands: to }],
    [
      { kind: 'shopRate', rate: 'goodRatePct', skipUnratedPlatforms: true, bands: from },
      { bands: to },
    ],
    [
      {
        kind: 'penalties',
        start: 400,
        secondsPerStep: 30,
        stepPenalty: 100,
        contradictionItem: 'A1.contradicted',
        contradictionPenalty: 200,
      },
      { start: 1000, stepPenalty: 250, contradictionPenalty: 500 },
    ],
    [{ kind: 'anchors', anchors: [] }, {}],
  ])('%j', (scoring, changed) => {
    expect(copied(scoring)).toEqual({ ...scoring, ...changed });
  });

  it('without a weight of its own its points are whole ones of a hundredth', () => {
    expect(copied({ kind: 'sampling', none: 2, oneRemedied: 1 }, 0)).toEqual({
      kind: 'sampling',
      none: 2000,
      oneRemedied: 1000,
    });
  });
});
