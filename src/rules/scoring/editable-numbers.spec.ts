import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { indicator } from '../../../test/reference/support.js';
import { editRuleSet } from './edit-rule-set.js';
import type { EditableNumber } from './editable-numbers.js';
import { categoryNumbers, editableNumbers, indicatorNumbers } from './editable-numbers.js';
import { trimNumbers } from './editable-numbers.js';

/** `paths role value`, a whole number marked by `#`. */
const shown = (numbers: readonly EditableNumber[]) =>
  numbers.map(
    ({ paths, role, value, hundredths }) =>
      `${paths.join('+')} ${role} ${value}${hundredths ? '' : '#'}`,
  );

/** Of one indicator, without its weight and the place of its computation. */
const numbersOf = (code: string) =>
  shown(indicatorNumbers(indicator(code), 'p'))
    .slice(1)
    .map((line) => line.replaceAll('p.scoring.', ''));

describe('what the office may change of an indicator', () => {
  it('is its weight first', () => {
    expect(shown(indicatorNumbers(indicator('G11'), 'p'))).toEqual(['p.weight weight 800']);
  });

  it.each<[string, string]>([
    [
      'N8',
      'cap cap 500; parts.0.bands.0.low+parts.0.bands.1.high edge 3#; ' +
        'parts.0.bands.0.points points 200; parts.0.bands.1.points points 0; ' +
        'parts.1.bands.0.low+parts.1.bands.1.high edge 3000; ' +
        'parts.1.bands.0.points points 300; ' +
        'parts.1.bands.1.low+parts.1.bands.2.high edge 2000; ' +
        'parts.1.bands.1.points points 200; ' +
        'parts.1.bands.2.low+parts.1.bands.3.high edge 1000; ' +
        'parts.1.bands.2.points points 100; parts.1.bands.3.points points 0',
    ],
    [
      'G4',
      'bands.0.low+bands.1.high edge 5#; bands.0.points points 500; ' +
        'bands.1.low+bands.2.high edge 3#; bands.1.points points 400; ' +
        'bands.2.low+bands.3.high edge 2#; bands.2.points points 300; ' +
        'bands.3.low+bands.4.high edge 1#; bands.3.points points 200; bands.4.points points 0',
    ],
    [
      'G7',
      'bands.0.high+bands.1.low edge 0; bands.0.points points 600; ' +
        'bands.1.high+bands.2.low edge 50; bands.1.points points 500; ' +
        'bands.2.high+bands.3.low edge 100; bands.2.points points 350; ' +
        'bands.3.high+bands.4.low edge 300; bands.3.points points 150; ' +
        'bands.4.points points 0; unansweredPenalty unansweredPenalty 100; perOrders perOrders 10000#',
    ],
    [
      'Y13',
      'bands.0.low+bands.1.high edge 20#; bands.0.points points 500; ' +
        'bands.1.low+bands.2.high edge 10#; bands.1.points points 400; ' +
        'bands.2.low+bands.3.high edge 5#; bands.2.points points 300; ' +
        'bands.3.low+bands.4.high edge 2#; bands.3.points points 200; ' +
        'bands.4.low+bands.5.high edge 1#; bands.4.points points 100; bands.5.points points 0',
    ],
    ['G5', [700, 600, 450, 250, 0].map((n, i) => `levelPoints.${i} levelPoints ${n}`).join('; ')],
    [
      'G12',
      'bands.0.low+bands.1.high edge 5000; bands.0.points points 400; ' +
        'bands.1.low+bands.2.high edge 2000; bands.1.points points 320; ' +
        'bands.2.low+bands.3.high edge 1000; bands.2.points points 240; ' +
        'bands.3.low+bands.4.high edge 300; bands.3.points points 160; ' +
        'bands.4.low+bands.5.high edge 0; bands.4.points points 120; bands.5.points points 0; ' +
        [400, 320, 240, 160, 120, 120, 0]
          .map((n, i) => `options.${i}.points optionPoints ${n}`)
          .join('; ') +
        '; declarationUpTo declarationUpTo 120',
    ],
    [
      'N1',
      [
        ...[400, 400, 300, 200].map((n, i) => `types.${i}.points typePoints ${n}`),
        'cap cap 800',
        'best best 2#',
      ].join('; '),
    ],
    [
      'Y18',
      'start start 200; stepPenalty stepPenalty 50; contradictionPenalty contradictionPenalty 100; ' +
        'secondsPerStep secondsPerStep 30#',
    ],
    ['Y5', 'pointsEach pointsEach 100; most most 400'],
    ['G18', 'none none 400; oneRemedied oneRemedied 100'],
    ['G9', ['cap cap 400', ...[0, 1, 2, 3].map((i) => `parts.${i}.points points 100`)].join('; ')],
  ])('%s', (code, numbers) => {
    expect(numbersOf(code).join('; ')).toBe(numbers);
  });

  it('has money, shares and growth in hundredths', () => {
    expect(numbersOf('G1')[0]).toBe('bands.0.low+bands.1.high edge 300000');
    expect(numbersOf('G2')[0]).toBe('bands.0.low+bands.1.high edge 5000');
    expect(numbersOf('Y2')[0]).toBe('bands.0.low+bands.1.high edge 6000');
    expect(numbersOf('G6')[0]).toBe('bands.0.low+bands.1.high edge 9900');
  });
});

describe('what the office may change beside the indicators', () => {
  it('are the numbers of a category', () => {
    expect(shown(categoryNumbers(PRESET_2013.categories[0]!, 'c'))).toEqual([
      'c.quota quota 10#',
      'c.passMark passMark 7000',
      'c.composite.material material 70#',
      'c.composite.defence defence 30#',
      'c.minimumField.numerator minimumNumerator 3#',
      'c.minimumField.denominator minimumDenominator 2#',
    ]);
  });

  it('are the rows of the trim table', () => {
    expect(shown(trimNumbers(PRESET_2013))).toEqual([
      'trimTable.0.dropHighest dropHighest 0#',
      'trimTable.0.dropLowest dropLowest 0#',
      'trimTable.1.dropHighest dropHighest 1#',
      'trimTable.1.dropLowest dropLowest 1#',
      'trimTable.2.dropHighest dropHighest 1#',
      'trimTable.2.dropLowest dropLowest 1#',
    ]);
  });

  it('stand in the rule set where their paths say', () => {
    const all = editableNumbers(PRESET_2013);
    const at = (path: string) =>
      path
        .split('.')
        .reduce<unknown>((tree, step) => Reflect.get(tree as object, step), PRESET_2013);
    for (const { paths, value } of all) expect(paths.map(at)).toEqual(paths.map(() => value));
    expect(shown(all.slice(0, 2))).toEqual([
      'totalQuota totalQuota 30#',
      'trimTable.0.dropHighest dropHighest 0#',
    ]);
    expect(shown(all.slice(-5))).toEqual(
      [2500, 2500, 2000, 1500, 1500].map((n, i) => `defenceSheet.${i}.weight weight ${n}`),
    );
  });
});

describe('a changed rule set', () => {
  const indicators = 'categories.0.rubric';

  it('moves both sides of an edge, and nothing of what it was made from', () => {
    const path = `${indicators}.0.indicators.0.scoring.bands.0.low`;
    const edited = editRuleSet(PRESET_2013, { [path]: 250_000 });
    const bands = edited.categories[0]!.rubric[0]!.indicators[0]!.scoring as unknown as {
      bands: readonly { low?: number; high?: number }[];
    };
    expect([bands.bands[0]!.low, bands.bands[1]!.high]).toEqual([250_000, 250_000]);
    expect(numbersOf('G1')[0]).toBe('bands.0.low+bands.1.high edge 300000');
  });

  it('lets the anchors follow a weight, on the rubric and on the defence sheet', () => {
    const edited = editRuleSet(PRESET_2013, {
      [`${indicators}.2.indicators.1.weight`]: 700,
      'defenceSheet.3.weight': 2000,
    });
    const points = (one: { scoring: unknown }) =>
      (one.scoring as { anchors: { points: number }[] }).anchors.map((anchor) => anchor.points);
    const starters = edited.categories[0]!.rubric[2]!.indicators[1]!;
    expect([starters.code, starters.weight, points(starters)]).toEqual([
      'G11',
      700,
      [700, 550, 400, 200, 0],
    ]);
    expect(points(edited.defenceSheet[3]!)).toEqual([2000, 1600, 1200, 600, 0]);
    const before = indicator('G11').scoring as {
      anchors: readonly { percent: number; text: object }[];
    };
    expect(
      (starters.scoring as typeof before).anchors.map(({ percent, text }) => [percent, text]),
    ).toEqual(before.anchors.map(({ percent, text }) => [percent, text]));
  });

  it('is the same where nothing changes and where nothing may', () => {
    expect(editRuleSet(PRESET_2013, {})).toEqual(PRESET_2013);
    expect(editRuleSet(PRESET_2013, { totalQuota: 30, preset: 7, 'spread.rangeLimit': 1 })).toEqual(
      PRESET_2013,
    );
    expect(editRuleSet(PRESET_2013, { totalQuota: 31 })).toEqual({
      ...PRESET_2013,
      totalQuota: 31,
    });
  });
});
