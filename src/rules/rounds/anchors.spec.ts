import { expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import {
  anchorDeviations,
  anchorDraftProblems,
  anchorProblems,
  asksForAnchors,
  scalePoints,
  summariseDeviations,
} from './anchors.js';
import { roundSheet } from './round-sheet.js';

const indicator = roundSheet(PRESET_NOW, 'G', 'material')!.indicators[0]!;
const { code, weight } = indicator;
const whole = {
  texts: { [code]: '材料' },
  points: { [code]: weight / 2 },
  reasons: { [code]: '有据可查' },
};
const none: ReadonlySet<string> = new Set();
const keys = (
  draft: typeof whole | { texts: object; points: object; reasons: object },
  shown = none,
) => anchorProblems([indicator], draft as never, shown).map(({ key }) => key);

test('rules that say nothing ask for no anchors', () => {
  expect(asksForAnchors(PRESET_NOW, 'G')).toBe(false);
  const categories = PRESET_NOW.categories.map((one) => ({ ...one, anchors: one.code === 'G' }));
  const rules = { ...PRESET_NOW, categories };
  expect(['G', 'Y'].map((one) => asksForAnchors(rules, one))).toEqual([true, false]);
});

test('an anchor needs something to read, points and a reason for each indicator', () => {
  expect(keys(whole)).toEqual([]);
  expect(keys({ texts: {}, points: {}, reasons: {} })).toEqual([
    'judging.anchor.textMissing',
    'judging.anchor.pointsMissing',
    'judging.anchor.reasonMissing',
  ]);
  expect(keys({ ...whole, texts: {} }, new Set([code]))).toEqual([]);
  expect(keys({ ...whole, reasons: { [code]: '有据可' } })).toEqual([
    'judging.anchor.reasonMissing',
  ]);
});

test('points lie on the scale of the indicator, between nought and its weight', () => {
  const draft = (points: number) => ({ ...whole, points: { [code]: points } });
  expect(anchorDraftProblems([indicator], draft(weight))).toEqual([]);
  for (const points of [weight + 50, -50, 25, Number.NaN]) {
    expect(anchorDraftProblems([indicator], draft(points))).toHaveLength(1);
    expect(keys(draft(points))).toHaveLength(1);
  }
});

test('texts and reasons end somewhere', () => {
  const long = {
    ...whole,
    texts: { [code]: '长'.repeat(4001) },
    reasons: { [code]: '长'.repeat(501) },
  };
  expect(anchorDraftProblems([indicator], long)).toEqual([
    { indicator: code, key: 'judging.anchor.textLong', variables: { most: 4000, length: 4001 } },
    { indicator: code, key: 'judging.anchor.reasonLong', variables: { most: 500, length: 501 } },
  ]);
});

test('a scale falls from the weight to nought by half points', () => {
  expect(scalePoints({ weight: 200 })).toEqual([200, 150, 100, 50, 0]);
});

test('a deviation is the own points less the reference', () => {
  expect(anchorDeviations({ G1: 300, G2: 100, G9: 50 }, { G1: 250, G2: 200, G3: 400 })).toEqual({
    G1: 50,
    G2: -100,
  });
});

test('mean and spread of deviations: 50, −100 and 200 have 50 and 150', () => {
  expect(summariseDeviations([50, -100, 200])).toEqual({ count: 3, mean: 50, spread: 150 });
  expect(summariseDeviations([50])).toEqual({ count: 1, mean: 50, spread: null });
  expect(summariseDeviations([])).toBeNull();
});
