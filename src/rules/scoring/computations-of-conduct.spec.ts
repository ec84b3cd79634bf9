import type { SimpleScoring } from './computation.js';
import { computationOf } from './computations.js';
import {
  type Known,
  bands,
  expectKnown,
  name,
  ratings,
  shops,
} from './known-computation.fixture.js';

const KNOWN: readonly (readonly [SimpleScoring, Known])[] = [
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

describe('all that is known of a computation of conduct and contribution', () => {
  it.each(KNOWN)('%j', (scoring, known) => expectKnown(scoring, known));

  it('a figure that is needed says what it is and what may stand in its place', () => {
    const tax = KNOWN.map(([scoring]) => scoring).find(({ kind }) => kind === 'tax')!;
    const [paid, choice, declared] = computationOf(tax).needs(tax, { ratings, shops });
    const plain = { shop: null, alternative: null, indicators: [], name: null, options: [] };
    expect([paid, declared]).toEqual([
      { ...plain, key: 'taxPaidWan', kind: 'wan', required: true, alternative: 'choice.taxBand' },
      { ...plain, key: 'tick.G17.declared', kind: 'tick', required: false },
    ]);
    expect(choice).toMatchObject({ kind: 'choice', options: [{ code: 'x', name }] });
  });
});
