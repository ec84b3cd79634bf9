import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { changedJson } from '../../../test/support/changed-json.js';
import { newIndicator } from './new-indicator.js';
import type { TrimRow } from './rule-set.js';
import { validateRuleSet } from './validate-rule-set.js';

/** What is said of the preset with other values at some paths. */
const problems = (changes: Readonly<Record<string, unknown>>) =>
  validateRuleSet(changedJson(PRESET_2013, changes)).map(({ key, variables }) => [
    key.replace('scoring.ruleSet.', ''),
    variables,
  ]);

const G1 = 'categories.0.rubric.0.indicators.0';
const G11 = 'categories.0.rubric.2.indicators.1';
const G19 = 'categories.0.rubric.4.indicators.2';
const N10 = 'categories.2.rubric.2.indicators.1';

/** Every indicator that judges score is one item that is verified. */
const unjudged = PRESET_2013.categories[0]!.rubric.map((dimension) => ({
  ...dimension,
  indicators: dimension.indicators.map((one) =>
    one.type === 'E' ? newIndicator(PRESET_2013, { ...one, kind: 'tick' as const }) : one,
  ),
}));

describe('a rule set may not be frozen', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly unknown[]]>([
    [
      'when a rubric does not sum to 100',
      { [`${G19}.weight`]: 250 },
      [['rubricSum', { category: 'G', total: '100.50' }]],
    ],
    [
      'when a range gives more than its weight',
      { [`${G1}.weight`]: 900 },
      [
        ['rubricSum', { category: 'G', total: '99.00' }],
        ['bandAboveWeight', { code: 'G1', most: '10.00' }],
      ],
    ],
    [
      'when the parts of the composite do not sum to 100',
      { 'categories.0.composite.material': 60 },
      [['compositeSum', { category: 'G', total: '90.00' }]],
    ],
    [
      'when nothing in a category is left to judge',
      { 'categories.0.rubric': unjudged },
      [['nothingJudged', { category: 'G' }]],
    ],
    [
      'when an indicator has no name in one language',
      { [`${G11}.name.en`]: ' ' },
      [['unnamed', { code: 'G11' }]],
    ],
    [
      'when an anchor has no words',
      { [`${G11}.scoring.anchors.1.text.zh`]: '' },
      [['anchorWithoutText', { code: 'G11', percent: 80 }]],
    ],
    [
      'when two indicators have one code',
      { [`${G11}.code`]: 'G1' },
      [['codeRepeated', { code: 'G1' }]],
    ],
    [
      'when judges have only the defence to score',
      {
        'categories.0.rubric': [
          ...unjudged.slice(0, -1),
          {
            ...unjudged.at(-1)!,
            indicators: [
              ...unjudged.at(-1)!.indicators.slice(0, -1),
              {
                ...PRESET_2013.defenceSheet[0]!,
                weight: unjudged.at(-1)!.indicators.at(-1)!.weight,
              },
            ],
          },
        ],
      },
      expect.arrayContaining([['nothingJudged', { category: 'G' }]]) as never,
    ],
    [
      'when a shared place is the first of several steps',
      { tieChain: ['sharedStanding', 'committeeBallot'] },
      [['tieAfterShared', {}]],
    ],
    ['when nothing decides a tie', { tieChain: [] }, [['tieEmpty', {}]]],
    [
      'when an anchor leaves the grid of its weight',
      { [`${G11}.scoring.anchors.1.points`]: 600 },
      [['anchorOffGrid', { code: 'G11', percent: 80 }]],
    ],
    [
      'when a table has a gap',
      { [`${G1}.scoring.bands.1.high`]: 200_000 },
      [['bandGap', { code: 'G1' }]],
    ],
    [
      'when a part of an indicator has a gap',
      { [`${N10}.scoring.parts.0.bands.1.high`]: 40_000 },
      [['bandGap', { code: 'N10' }]],
    ],
    [
      'when two ranges of a table have no upper end',
      { [`${G1}.scoring.bands`]: [{ low: 0, points: 400 }, { points: 0 }] },
      [['bandGap', { code: 'G1' }]],
    ],
    [
      'when the categories have more places than there are',
      { totalQuota: 29 },
      [['quotaSum', { sum: 30, totalQuota: 29 }]],
    ],
    [
      'when the defence sheet does not sum to 100',
      { 'defenceSheet.0.weight': 2400 },
      [
        ...[100, 80, 60, 30].map((percent) => ['anchorOffGrid', { code: 'D1', percent }]),
        ['defenceSheetSum', { category: '', total: '99.00' }],
      ],
    ],
    [
      'when a veto has no legal basis',
      { 'vetoRules.1.basis.zh': ' ' },
      [['vetoWithoutBasis', { code: 'V2' }]],
    ],
  ])('%s', (_title, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it('but when no tie is ever shared it may', () => {
    expect(problems({ tieChain: ['committeeBallot'] })).toEqual([]);
  });

  it.each<[TrimRow, boolean]>([
    [{ from: 4, to: 4, dropHighest: 1, dropLowest: 0 }, true],
    [{ from: 4, to: 4, dropHighest: 0, dropLowest: 1 }, true],
    [{ from: 4, to: 4, dropHighest: 0, dropLowest: 0 }, false],
    [{ from: 5, to: null, dropHighest: 3, dropLowest: 2 }, true],
    [{ from: 5, to: null, dropHighest: 2, dropLowest: 2 }, false],
  ])('trimming too early or too much, as %j: %s', (row, refused) => {
    expect(problems({ trimTable: [row] })).toEqual(
      refused ? [['trimTooEarly', { from: row.from }]] : [],
    );
  });
});
