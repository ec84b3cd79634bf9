import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { type OwnNumber, type ScoringLine, type SimpleScoring } from './computation.js';
import { computationOf, rangesOf } from './computations.js';

const name = { zh: '名', en: 'Name' };
const bands = [
  { low: 10, points: 400 },
  { high: 10, points: 50 },
];
const { ratings } = PRESET_2013;
const shops = [
  { id: 's1', platform: 'taobao' },
  { id: 's2', platform: ratings.unratedPlatforms[0]! },
];

interface Known {
  readonly needs: readonly string[];
  readonly most: number;
  readonly edges?: readonly [unit: string, closed: string];
  /** Name, what it is, value; a whole number has no decimals. */
  readonly numbers?: readonly (readonly [string, string, number, 'whole'?])[];
  readonly divisors?: readonly number[];
  readonly lines?: readonly ScoringLine[];
}

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
  [
    { kind: 'complaints', perOrders: 10_000, bands, unansweredPenalty: 100 },
    {
      needs: ['complaintsAgainst', 'complaintsUnanswered', 'orders'],
      most: 400,
      edges: ['ratio', 'high'],
      numbers: [
        ['unansweredPenalty', 'unansweredPenalty', 100],
        ['perOrders', 'perOrders', 10_000, 'whole'],
      ],
      divisors: [10_000],
      lines: [{ text: { key: 'unanswered' }, points: -100 }],
    },
  ],
  [
    { kind: 'insuredStaff', bands, familyWorkersPoints: 100 },
    {
      needs: ['insuredYearEnd', 'insuredAverage', 'familyWorkers'],
      most: 400,
      edges: ['count', 'low'],
      numbers: [['familyWorkersPoints', 'familyWorkersPoints', 100]],
      lines: [{ text: { key: 'familyWorkers' }, points: 100 }],
    },
  ],
  [
    { kind: 'insuredStaff', bands, familyWorkersPoints: null },
    {
      needs: ['insuredYearEnd', 'insuredAverage'],
      most: 400,
      edges: ['count', 'low'],
      numbers: [],
      lines: [],
    },
  ],
  [
    {
      kind: 'tax',
      bands,
      choice: 'taxBand',
      options: [{ code: 'x', name, points: 200 }],
      declarationUpTo: 100,
      declarationItem: 'G17.declared',
    },
    {
      needs: ['taxPaidWan', 'choice.taxBand', 'tick.G17.declared'],
      most: 400,
      edges: ['wan', 'low'],
      numbers: [
        ['options.0.points', 'optionPoints', 200],
        ['declarationUpTo', 'declarationUpTo', 100],
      ],
      lines: [{ text: name, points: 200 }],
    },
  ],
  [
    { kind: 'sampling', none: 400, oneRemedied: 100 },
    {
      needs: ['samplingFailure'],
      most: 400,
      numbers: [
        ['none', 'none', 400],
        ['oneRemedied', 'oneRemedied', 100],
      ],
      lines: [
        { text: { key: 'samplingNone' }, points: 400 },
        { text: { key: 'samplingOne' }, points: 100 },
      ],
    },
  ],
  [
    {
      kind: 'certifications',
      types: [{ code: 'x', name, points: 200, longTerm: true }],
      best: 2,
      cap: 300,
    },
    {
      needs: ['certification'],
      most: 300,
      numbers: [
        ['types.0.points', 'typePoints', 200],
        ['cap', 'cap', 300],
        ['best', 'best', 2, 'whole'],
      ],
      divisors: [2],
      lines: [
        { text: name, points: 200 },
        { text: { key: 'best', variables: { best: 2 } }, points: 300 },
      ],
    },
  ],
  [
    {
      kind: 'penalties',
      start: 400,
      secondsPerStep: 30,
      stepPenalty: 50,
      contradictionItem: 'D4.contradicted',
      contradictionPenalty: 200,
    },
    {
      needs: [],
      most: 400,
      numbers: [
        ['start', 'start', 400],
        ['stepPenalty', 'stepPenalty', 50],
        ['contradictionPenalty', 'contradictionPenalty', 200],
        ['secondsPerStep', 'secondsPerStep', 30, 'whole'],
      ],
      divisors: [30],
      lines: [
        { text: { key: 'start' }, points: 400 },
        { text: { key: 'overtime', variables: { seconds: 30 } }, points: -50 },
        { text: { key: 'contradiction' }, points: -200 },
      ],
    },
  ],
];

describe('all that is known of a computation', () => {
  it.each(KNOWN)('%j', (scoring, known) => {
    const { needs, most, numbers, divisors, lines } = computationOf(scoring);
    expect(needs(scoring, { ratings, shops }).map(({ key }) => key)).toStrictEqual(known.needs);
    expect(most(scoring)).toBe(known.most);
    const ranges = rangesOf(scoring);
    expect(ranges && [ranges.unit, ranges.closed]).toEqual(known.edges ?? null);
    expect(numbers?.(scoring)).toEqual(
      known.numbers?.map(([member, role, value, whole]): OwnNumber => ({
        member,
        role,
        value,
        hundredths: whole === undefined,
      })),
    );
    expect(divisors?.(scoring)).toEqual(known.divisors);
    expect(lines?.(scoring)).toEqual(known.lines);
  });

  it('a figure that is needed says what it is and what may stand in its place', () => {
    const tax = KNOWN.map(([scoring]) => scoring).find(({ kind }) => kind === 'tax')!;
    const [paid, choice, declared] = computationOf(tax).needs(tax, { ratings, shops });
    const plain = { shop: null, alternative: null, indicators: [], name: null, options: [] };
    expect([paid, declared]).toEqual([
      { ...plain, key: 'taxPaidWan', kind: 'wan', required: true, alternative: 'choice.taxBand' },
      { ...plain, key: 'tick.G17.declared', kind: 'tick', required: false },
    ]);
    expect(choice).toMatchObject({ kind: 'choice', options: [{ code: 'x', name }] });
    const orders = KNOWN[1]!;
    expect(computationOf(orders[0]).needs(orders[0], { ratings, shops })[0]!.kind).toBe('count');
  });
});
