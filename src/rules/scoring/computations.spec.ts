import type { SimpleScoring } from './computation.js';
import { type Known, bands, expectKnown, name, ratings } from './known-computation.fixture.js';

const KNOWN: readonly (readonly [SimpleScoring, Known])[] = [
  [
    { kind: 'bands', figure: 'netWan', closed: 'low', bands },
    { needs: ['netWan'], most: 400, edges: ['wan', 'low'], numbers: [] },
  ],
  [
    {
      kind: 'bands',
      figure: 'orders',
      minus: ['parcels'],
      closed: 'high',
      bands,
      requiresPositive: 'platformCount',
      ratioCheck: { numerator: 'netWan', denominator: 'taxPaidWan', low: 80, high: 120 },
    },
    {
      needs: ['orders', 'parcels', 'platformCount', 'netWan', 'taxPaidWan'],
      most: 400,
      edges: ['count', 'high'],
      numbers: [
        ['ratioCheck.low', 'ratioLow', 80],
        ['ratioCheck.high', 'ratioHigh', 120],
      ],
    },
  ],
  [
    { kind: 'operatingYears', bands },
    { needs: ['openedOn'], most: 400, edges: ['years', 'low'] },
  ],
  [
    { kind: 'tick', item: 'G9.licence', name, points: 100 },
    {
      needs: ['tick.G9.licence'],
      most: 100,
      numbers: [['points', 'points', 100]],
      lines: [{ text: name, points: 100 }],
    },
  ],
  [
    { kind: 'count', figure: 'training', name, pointsEach: 150, most: 300 },
    {
      needs: ['training'],
      most: 300,
      numbers: [
        ['pointsEach', 'pointsEach', 150],
        ['most', 'most', 300],
      ],
      lines: [{ text: { key: 'each', variables: { name, each: '1.5' } }, points: 300 }],
    },
  ],
  [
    { kind: 'count', figure: 'training', name, pointsEach: 1000, most: 1005 },
    {
      needs: ['training'],
      most: 1005,
      numbers: [
        ['pointsEach', 'pointsEach', 1000],
        ['most', 'most', 1005],
      ],
      lines: [{ text: { key: 'each', variables: { name, each: '10' } }, points: 1005 }],
    },
  ],
  [
    { kind: 'growth', current: 'netWan', base: 'netWanYearBefore', bands },
    {
      needs: ['netWan', 'netWanYearBefore'],
      most: 400,
      edges: ['percent', 'low'],
      numbers: [],
    },
  ],
  [
    {
      kind: 'compoundGrowth',
      current: 'netWan',
      base: 'netWanTwoYearsBefore',
      fallbackBase: 'netWanYearBefore',
      bands,
      smallBase: { below: 2000, most: 300 },
      fallbackMost: 200,
    },
    {
      needs: ['netWan', 'netWanYearBefore', 'netWanTwoYearsBefore'],
      most: 400,
      edges: ['percent', 'low'],
      numbers: [
        ['smallBase.below', 'smallBaseBelow', 2000],
        ['smallBase.most', 'smallBaseMost', 300],
        ['fallbackMost', 'fallbackMost', 200],
      ],
    },
  ],
  [
    { kind: 'shopRate', rate: 'dispatch48hPct', skipUnratedPlatforms: false, bands },
    {
      needs: [
        'shop.s1.dispatch48hPct',
        'shop.s1.orders',
        'shop.s2.dispatch48hPct',
        'shop.s2.orders',
      ],
      most: 400,
      edges: ['percent', 'low'],
    },
  ],
  [
    { kind: 'shopRate', rate: 'goodRatePct', skipUnratedPlatforms: true, bands },
    { needs: ['shop.s1.goodRatePct', 'shop.s1.orders'], most: 400, edges: ['percent', 'low'] },
  ],
  [
    { kind: 'ratings', levelPoints: [400, 200] },
    {
      needs: [
        ...ratings.map
          .filter(({ platform }) => platform === 'taobao')
          .map(({ metric }) => `shop.s1.rating.${metric}`),
        'shop.s1.ratedOn',
        'shop.s1.netWan',
      ],
      most: 400,
      numbers: [
        ['levelPoints.0', 'levelPoints', 400],
        ['levelPoints.1', 'levelPoints', 200],
      ],
      lines: [
        { text: { key: 'level', variables: { level: 1 } }, points: 400 },
        { text: { key: 'level', variables: { level: 2 } }, points: 200 },
      ],
    },
  ],
];

describe('all that is known of a computation of the merchant’s own figures', () => {
  it.each(KNOWN)('%j', (scoring, known) => expectKnown(scoring, known));
});
