import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { NO_FIGURES, amounts, indicator } from '../../../test/reference/support.js';
import { RuleError } from '../rule-error.js';
import { categoryRules, reweighting, sheetsOf } from './category-sheets.js';
import { findBand } from './find-band.js';
import { fraction } from './fraction.js';
import { claimableIndicators } from './needed-figures.js';
import { nextBand } from './next-band.js';
import { reducedFigures } from './reduced-figures.js';
import type { CategoryCode, Dimension } from './rule-set.js';

describe('figures that the verification reduced', () => {
  it.each<[number | null, number | null | undefined, boolean]>([
    [1000, 950, false],
    [1000, 949, true],
    [1000, null, true],
    [1000, undefined, true],
    [1000, 2000, false],
    [0, 0, false],
    [0, -1, false],
    [null, -1, false],
  ])('claimed %s, verified %s: %s', (claimed, verified, reduced) => {
    const after = verified === undefined ? {} : { netWan: verified };
    expect(reducedFigures(amounts({ netWan: claimed }), amounts(after))).toEqual(
      reduced ? ['netWan'] : [],
    );
  });

  it('are named one by one', () => {
    const claimed = { ...NO_FIGURES, amounts: { netWan: 100, orders: 100, parcels: 100 } };
    const verified = { ...NO_FIGURES, amounts: { netWan: 90, orders: 100, parcels: 94 } };
    expect(reducedFigures(claimed, verified)).toEqual(['netWan', 'parcels']);
  });
});

describe('a category', () => {
  it('has its sheets in the order of rounds', () => {
    const sheets = (code: CategoryCode) => sheetsOf(PRESET_2013, categoryRules(PRESET_2013, code));
    expect([sheets('G'), sheets('Y'), sheets('N')]).toEqual([
      ['material', 'defence'],
      ['material', 'insideDefence'],
      ['material', 'defence'],
    ]);
  });

  it('that the rules do not know is refused', () => {
    expect(() => categoryRules(PRESET_2013, 'X' as CategoryCode)).toThrow(
      new RuleError('scoring.error.unknownCategory', { category: 'X' }),
    );
  });
});

describe('indicators left out of a dimension', () => {
  const indicators = ['G15', 'G16'].map((code) => ({
    ...indicator(code),
    notApplicableAllowed: true,
  }));
  const dimension = { code: 'D', name: { zh: '', en: '' }, indicators };

  it('let the others grow: of 10 points without 4 each grows by 10/6', () => {
    expect(reweighting(dimension, [])).toEqual(fraction(1));
    expect(reweighting(dimension, ['G16', 'G1'])).toEqual(fraction(5, 3));
  });

  it('may not be all of them, nor one that the rules do not allow', () => {
    expect(() => reweighting(dimension, ['G15', 'G16'])).toThrow(
      new RuleError('scoring.error.dimensionEmpty', { code: 'D' }),
    );
    const strict = { ...dimension, indicators: [indicators[0]!, indicator('G16')] };
    expect(() => reweighting(strict, ['G15', 'G16'])).toThrow(
      new RuleError('scoring.error.notApplicableRefused', { code: 'G16' }),
    );
  });
});

describe('a range', () => {
  const bands = [
    { low: 50, high: 100, points: 1 },
    { low: 0, high: 50, points: 2 },
  ];
  const pointsAt = (closed: 'low' | 'high', value: number) =>
    findBand(bands, closed, (edge) => value - edge).points;

  it('includes the end that the table says', () => {
    expect([0, 49, 50, 99].map((value) => pointsAt('low', value))).toEqual([2, 2, 1, 1]);
    expect([1, 50, 51, 100].map((value) => pointsAt('high', value))).toEqual([2, 2, 1, 1]);
  });

  it.each([
    ['low', 100],
    ['low', -1],
    ['high', 0],
    ['high', 101],
  ] as const)('closed at the %s end does not hold %i', (closed, value) => {
    expect(() => pointsAt(closed, value)).toThrow(new RuleError('scoring.error.noBand'));
  });
});

describe('the next better range of a table', () => {
  const kind = { kind: 'bands', figure: 'orders' } as const;

  it('is passed downwards where the upper end is included', () => {
    const bands = [
      { high: 5, points: 400 },
      { low: 5, points: 0 },
    ];
    expect(nextBand({ ...kind, closed: 'high', bands }, 0)).toEqual({
      bound: 'most',
      edge: '5',
      unit: 'count',
      points: '4.00',
    });
    expect(nextBand({ ...kind, closed: 'low', bands }, 0)).toBeNull();
  });
});

it('an indicator is claimed unless the office observes every part of it', () => {
  const tick = (item: string) =>
    ({ kind: 'tick', item, name: { zh: '', en: '' }, points: 1 }) as const;
  const count = {
    kind: 'count',
    figure: 'training',
    name: tick('').name,
    pointsEach: 1,
    most: 1,
  } as const;
  const made = (code: string, ...parts: (ReturnType<typeof tick> | typeof count)[]) => ({
    ...indicator('G19'),
    code,
    scoring: { kind: 'sum', parts, cap: 2 } as const,
  });
  const dimension: Dimension = {
    code: 'D',
    name: { zh: '', en: '' },
    indicators: [
      made('observed', tick('G19.completeFirst'), tick('G19.notReduced')),
      made('halfObserved', tick('G19.completeFirst'), tick('G9.licence')),
      made('ticked', tick('G9.licence')),
      made('counted', count),
      { ...indicator('G19'), code: 'judged', type: 'E', scoring: { kind: 'anchors', anchors: [] } },
    ],
  };
  expect(claimableIndicators({ rubric: [dimension] }).map(({ code }) => code)).toEqual([
    'halfObserved',
    'ticked',
    'counted',
    'judged',
  ]);
});
