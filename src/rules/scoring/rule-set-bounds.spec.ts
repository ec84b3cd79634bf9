import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { changedJson } from '../../../test/support/changed-json.js';
import type { CategoryRules, RuleSet } from './rule-set.js';
import { validateRuleSet } from './validate-rule-set.js';

const category = (change: Partial<CategoryRules>): RuleSet => {
  const [first, ...rest] = PRESET_NOW.categories;
  return { ...PRESET_NOW, categories: [{ ...first!, ...change }, ...rest] };
};
const [first] = PRESET_NOW.categories;
const entry = (change: Partial<CategoryRules['eligibility']>) =>
  category({ eligibility: { ...first!.eligibility, ...change } });
const spread = (change: Partial<RuleSet['spread']>) => ({
  ...PRESET_NOW,
  spread: { ...PRESET_NOW.spread, ...change },
});
const G3 = 'categories.0.rubric.0.indicators.2';
const RATIO = { numerator: 'orders', denominator: 'parcels' };
const floorOf = (places: number) =>
  category({ quota: 4, divisionFloor: { places, bestScore: 7500 } });
const keys = (rules: RuleSet) =>
  validateRuleSet(rules)
    .map(({ key }) => key)
    .filter((key) => key.includes('.bounds.'))
    .map((key) => key.split('.').at(-1));
/** What is said of a rule set, without the fields. */
const told = (rules: RuleSet) =>
  validateRuleSet(rules).map(({ key, variables }) => ({ key, variables }));

describe('a number of the rules that no calculation could use', () => {
  test.each<[string, RuleSet, string]>([
    ['a pass mark of 101', category({ passMark: 10_100 }), 'passMark'],
    ['a pass mark below 0', category({ passMark: -1 }), 'passMark'],
    ['a quota of 0', category({ quota: 0 }), 'quota'],
    [
      'more recommendations than a category takes',
      category({ divisionQuotas: { kecheng: 99_999 } }),
      'divisionQuota',
    ],
    ['a part of a recommendation', category({ divisionQuotas: { kecheng: 0.5 } }), 'divisionQuota'],
    ['a part of a place', category({ quota: 1.5 }), 'quota'],
    ['a total of 0', { ...PRESET_NOW, totalQuota: 0 }, 'totalQuota'],
    [
      'a field divided by 0',
      category({ minimumField: { numerator: 3, denominator: 0, otherwise: 'cancel' } }),
      'minimumField',
    ],
    [
      'more floor than quota',
      category({ divisionFloor: { places: 99, bestScore: 7500 } }),
      'divisionPlaces',
    ],
    [
      'a floor of 101 points',
      category({ divisionFloor: { places: 1, bestScore: 10_100 } }),
      'divisionScore',
    ],
    ['negative sales', entry({ salesFloor: -1 }), 'salesFloor'],
    ['a century of operation', entry({ operatingYears: 100 }), 'operatingYears'],
    ['ages the wrong way round', entry({ principalAge: { from: 40, to: 18 } }), 'principalAge'],
    ['a principal of 15', entry({ principalAge: { from: 15, to: 40 } }), 'principalAge'],
    ['a share above the whole', entry({ localOrigin: 10_001 }), 'share'],
    [
      'a shop open for 400 days of a year',
      entry({ activeShop: { openDays: 400, ordersPerMonth: 1 } }),
      'openDays',
    ],
    [
      'more orders than any shop has',
      entry({ activeShop: { openDays: 30, ordersPerMonth: 2_000_000 } }),
      'ordersPerMonth',
    ],
    ['a cool-down below 0', entry({ coolDownYears: -1 }), 'coolDownYears'],
    ['a range limit of 0', spread({ rangeLimit: 0 }), 'rangeLimit'],
    ['a multiple of 0', spread({ deviationMultiple: 0 }), 'deviationMultiple'],
    ['no added judge', spread({ addedJudges: 0 }), 'addedJudges'],
    [
      'a bonus of 101',
      { ...PRESET_NOW, adjustments: { bonusMost: 10_100, deductionMost: 0 } },
      'adjustment',
    ],
    ['a comment of no character', { ...PRESET_NOW, comment: { minimumCharacters: 0 } }, 'comment'],
    [
      'a trim row that ends before it begins',
      { ...PRESET_NOW, trimTable: [{ from: 9, to: 5, dropHighest: 1, dropLowest: 1 }] },
      'trim',
    ],
    [
      'a composite weight below 0',
      category({ composite: { material: 101, defence: -1 } }),
      'composite',
    ],
    [
      'complaints per no order',
      changedJson(PRESET_NOW, { 'categories.0.rubric.1.indicators.2.scoring.perOrders': 0 }),
      'divisor',
    ],
    [
      'a step of no second',
      changedJson(PRESET_NOW, { 'categories.1.rubric.4.indicators.2.scoring.secondsPerStep': 0 }),
      'divisor',
    ],
    [
      'no certificate that counts',
      changedJson(PRESET_NOW, { 'categories.2.rubric.0.indicators.0.scoring.best': 0 }),
      'divisor',
    ],
    [
      'a ratio the wrong way round',
      changedJson(PRESET_NOW, {
        'categories.0.rubric.0.indicators.2.scoring.ratioCheck.low': 130,
      }),
      'ratio',
    ],
  ])('%s', (_title, rules, expected) => {
    expect(keys(rules)).toContain(expected);
    expect(keys(PRESET_NOW)).toEqual([]);
  });

  test.each<[string, RuleSet, string, Record<string, unknown>]>([
    [
      'a trim row that ends before it begins',
      { ...PRESET_NOW, trimTable: [{ from: 9, to: 5, dropHighest: 1, dropLowest: 2 }] },
      'trim',
      { from: 9, value: '9 5 1 2' },
    ],
    [
      'a trim row that drops a part of a sheet, though it has no end',
      { ...PRESET_NOW, trimTable: [{ from: 9, to: null, dropHighest: 0.5, dropLowest: 1 }] },
      'trim',
      { from: 9, value: '9 9 0.5 1' },
    ],
    [
      'a field divided by 0',
      category({ minimumField: { numerator: 3, denominator: 0, otherwise: 'cancel' } }),
      'minimumField',
      { category: 'G', value: '3/0' },
    ],
    [
      'one place of a division more than there are',
      floorOf(5),
      'divisionPlaces',
      { category: 'G', value: 5 },
    ],
    [
      'ages the wrong way round',
      entry({ principalAge: { from: 41, to: 40 } }),
      'principalAge',
      { category: 'G', value: '41–40' },
    ],
    [
      'a floor of 101 points, in points',
      category({ divisionFloor: { places: 1, bestScore: 10_100 } }),
      'divisionScore',
      { category: 'G', value: '101.00' },
    ],
    [
      'a century of operation, in years',
      entry({ operatingYears: 100 }),
      'operatingYears',
      { category: 'G', value: 100 },
    ],
    [
      'a ratio the wrong way round',
      changedJson(PRESET_NOW, { [`${G3}.scoring.ratioCheck`]: { ...RATIO, low: 2, high: 1 } }),
      'ratio',
      { code: 'G3' },
    ],
    [
      'a weight of nothing',
      changedJson(PRESET_NOW, { 'categories.0.rubric.0.indicators.0.weight': 0 }),
      'weight',
      { code: 'G1', value: '0.00' },
    ],
    [
      'points below nothing',
      changedJson(PRESET_NOW, {
        'categories.0.rubric.0.indicators.0.scoring.bands.0.points': -100,
      }),
      'points',
      { code: 'G1', value: '-1.00' },
    ],
    [
      'complaints per no order',
      changedJson(PRESET_NOW, { 'categories.0.rubric.1.indicators.2.scoring.perOrders': 0 }),
      'divisor',
      { code: 'G7', value: 0 },
    ],
  ])('is named with its place and value: %s', (_title, rules, key, variables) => {
    expect(told(rules)).toContainEqual({ key: `scoring.ruleSet.bounds.${key}`, variables });
  });

  test.each<[string, RuleSet]>([
    ['as many places of a division as there are', floorOf(4)],
    ['ages from 40 to 40', entry({ principalAge: { from: 40, to: 40 } })],
    [
      'a ratio of exactly one',
      changedJson(PRESET_NOW, { [`${G3}.scoring.ratioCheck`]: { ...RATIO, low: 1, high: 1 } }),
    ],
    [
      'a trim row of one number of sheets',
      { ...PRESET_NOW, trimTable: [{ from: 9, to: 9, dropHighest: 1, dropLowest: 1 }] },
    ],
  ])('is none: %s', (_title, rules) => {
    expect(keys(rules)).toEqual([]);
  });

  test('all of them are told at once, each with its value and its field', () => {
    const rules = category({ passMark: 10_100, quota: 0 });
    expect(validateRuleSet(rules)).toEqual(
      expect.arrayContaining([
        {
          key: 'scoring.ruleSet.bounds.quota',
          variables: { category: 'G', value: 0 },
          field: 'categories.0.quota',
        },
        {
          key: 'scoring.ruleSet.bounds.passMark',
          variables: { category: 'G', value: '101.00' },
          field: 'categories.0.passMark',
        },
      ]),
    );
  });
});
