import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type WritableKind, newIndicator } from './new-indicator.js';
import type { RuleSet } from './rule-set.js';
import type { Scoring } from './scoring.js';

const name = { zh: '直播规范', en: 'Livestream conduct' };
/** Rules without any indicator but the defence sheet: nothing to copy from. */
const empty: RuleSet = { ...PRESET_NOW, categories: [] };
const made = (kind: WritableKind, rules = empty) =>
  newIndicator(rules, { code: 'G20', name, weight: 400, sheet: 'defence', kind });

describe('a new indicator of 4 points', () => {
  const item = { kind: 'tick', item: 'G20.shown', name, points: 400 } as const;
  it.each<[WritableKind, 'V' | 'A', Scoring]>([
    ['tick', 'V', item],
    ['sum', 'V', { kind: 'sum', cap: 400, parts: [item] }],
    ['count', 'A', { kind: 'count', figure: 'training', name, pointsEach: 400, most: 400 }],
    [
      'bands',
      'A',
      {
        kind: 'bands',
        figure: 'netWan',
        closed: 'low',
        bands: [
          { low: 1, points: 400 },
          { high: 1, points: 0 },
        ],
      },
    ],
    [
      'growth',
      'A',
      {
        kind: 'growth',
        current: 'netWan',
        base: 'netWanYearBefore',
        bands: [
          { low: 0, points: 400 },
          { high: 0, points: 0 },
        ],
      },
    ],
  ])('%s is written from nothing, on the sheet of the material', (kind, type, scoring) => {
    const expected = {
      code: 'G20',
      name,
      weight: 400,
      type,
      sheet: 'material',
      notApplicableAllowed: false,
      scoring,
    };
    // Rules that compute so already are no pattern for it.
    expect([made(kind), made(kind, PRESET_NOW)]).toEqual([expected, expected]);
  });

  it('that judges score begins with the anchors of the defence sheet, on the sheet asked for', () => {
    const { scoring, ...rest } = made('anchors');
    expect(rest).toMatchObject({ type: 'E', sheet: 'defence', notApplicableAllowed: false });
    if (scoring.kind !== 'anchors') throw new Error('anchors');
    const first = PRESET_NOW.defenceSheet[0]!.scoring;
    if (first.kind !== 'anchors') throw new Error('anchors');
    expect(scoring.anchors.map(({ text }) => text)).toEqual(first.anchors.map(({ text }) => text));
    expect(scoring.anchors.map(({ percent, points }) => [percent, points])).toEqual([
      [100, 400],
      [80, 300],
      [60, 250],
      [30, 100],
      [0, 0],
    ]);
  });

  it('where no defence is held, with the first anchors of a rubric', () => {
    const { scoring } = made('anchors', { ...PRESET_NOW, defenceSheet: [] });
    expect(scoring.kind).toBe('anchors');
  });

  it('copied from another is on the sheet of the material too', () => {
    expect(made('ratings', PRESET_NOW)).toMatchObject({ type: 'A', sheet: 'material' });
  });
});
