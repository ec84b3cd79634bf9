import { type KnownFact, offeredFacts } from './offered-facts.js';

const fact = (over: Partial<KnownFact> = {}): KnownFact => ({
  kind: 'figure',
  key: 'registeredMarks',
  value: '3',
  yearly: true,
  ...over,
});
const wanted = [{ kind: 'figure', key: 'registeredMarks' }] as const;

describe('facts offered to a draft', () => {
  it.each([
    ['of the same year', [{ sameYear: true, facts: [fact()] }], ['3 of 0']],
    ['of another year: nothing yearly', [{ sameYear: false, facts: [fact()] }], []],
    [
      'of another year, which holds for every year',
      [{ sameYear: false, facts: [fact({ yearly: false })] }],
      ['3 of 0'],
    ],
    ['of another key', [{ sameYear: true, facts: [fact({ key: 'orders' })] }], []],
    ['of another kind', [{ sameYear: true, facts: [fact({ kind: 'text' })] }], []],
    ['that are empty there too', [{ sameYear: true, facts: [fact({ value: '' })] }], []],
    [
      'from the first source that says something',
      [
        { sameYear: false, facts: [fact()] },
        { sameYear: true, facts: [fact({ value: '4' })] },
        { sameYear: true, facts: [fact({ value: '5' })] },
      ],
      ['4 of 1'],
    ],
  ] as const)('%s', (_what, sources, expected) => {
    const found = offeredFacts(wanted, sources);
    expect(found.map(({ value, source }) => `${value} of ${source}`)).toEqual(expected);
  });

  it('are none for a place that is filled', () => {
    expect(offeredFacts([], [{ sameYear: true, facts: [fact()] }])).toEqual([]);
  });
});
