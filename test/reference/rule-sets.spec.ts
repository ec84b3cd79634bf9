import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { canonicalJson } from '../../src/rules/provenance/canonical-json.js';
import { anchorPoints } from '../../src/rules/scoring/anchor-points.js';
import { sheetIndicators, sheetMaximum } from '../../src/rules/scoring/category-sheets.js';
import { validateRuleSet } from '../../src/rules/scoring/validate-rule-set.js';

describe.each([PRESET_2013, PRESET_NOW])('preset $preset', (ruleSet) => {
  it('may be frozen', () => {
    expect(validateRuleSet(ruleSet)).toEqual([]);
  });

  it('is plain JSON without a fraction of a number', () => {
    expect(JSON.parse(canonicalJson(ruleSet))).toEqual(ruleSet);
  });

  it.each([
    ['G', [2500, 2500, 2500, 1500, 1000], 7200, 2800],
    ['Y', [3000, 2500, 2000, 1500, 1000], 5100, 4900],
    ['N', [3000, 2500, 2500, 1200, 800], 7000, 3000],
  ])('rubric %s sums to its dimensions and shares', (code, dimensions, computedShare, judged) => {
    const rubric = ruleSet.categories.find((one) => one.code === code)?.rubric ?? [];
    const all = rubric.flatMap(({ indicators }) => indicators);
    expect(rubric.map(({ indicators }) => sheetMaximum(indicators))).toEqual(dimensions);
    expect(sheetMaximum(all.filter(({ type }) => type !== 'E'))).toBe(computedShare);
    expect(sheetMaximum(all.filter(({ type }) => type === 'E'))).toBe(judged);
  });

  it('splits the judged part of Y into 41 points on paper and 8 inside the defence', () => {
    const young = ruleSet.categories.find(({ code }) => code === 'Y');
    if (!young) throw new Error('no category Y');
    expect(sheetMaximum(sheetIndicators(ruleSet, young, 'material'))).toBe(4100);
    expect(sheetMaximum(sheetIndicators(ruleSet, young, 'insideDefence'))).toBe(800);
    expect(sheetIndicators(ruleSet, young, 'defence')).toEqual([]);
  });

  it('has one dimension for each role of the tie chain in every rubric', () => {
    for (const { rubric } of ruleSet.categories) {
      const roles = rubric.map(({ role }) => role).filter((role) => role !== undefined);
      expect(roles.sort()).toEqual(['exemplaryEffect', 'integrity']);
    }
  });

  it('names fourteen vetoes, each with a basis', () => {
    expect(ruleSet.vetoRules.map(({ code }) => code)).toEqual(
      Array.from({ length: 14 }, (_, i) => `V${i + 1}`),
    );
  });
});

it('differs between presets only in sales bands, sales floors, dates and what rests on later law', () => {
  const differing = PRESET_NOW.categories.flatMap((category, i) => {
    const before = PRESET_2013.categories[i]?.rubric.flatMap(({ indicators }) => indicators) ?? [];
    const after = category.rubric.flatMap(({ indicators }) => indicators);
    return after
      .filter((one, j) => canonicalJson(one) !== canonicalJson(before[j]))
      .map(({ code }) => code);
  });
  const sales = ['G1', 'Y1', 'N5'];
  const laterLaw = ['G9', 'Y12', 'G16', 'N2', 'N16', 'Y7'];
  expect(differing.sort()).toEqual([...sales, ...laterLaw].sort());
});

it.each([
  [3, [3, 2.5, 2, 1, 0]],
  [4, [4, 3, 2.5, 1, 0]],
  [5, [5, 4, 3, 1.5, 0]],
  [6, [6, 5, 3.5, 2, 0]],
  [7, [7, 5.5, 4, 2, 0]],
  [8, [8, 6.5, 5, 2.5, 0]],
  [9, [9, 7, 5.5, 2.5, 0]],
  [15, [15, 12, 9, 4.5, 0]],
  [20, [20, 16, 12, 6, 0]],
  [25, [25, 20, 15, 7.5, 0]],
])('anchors of weight %d lie on the half-point grid', (weight, expected) => {
  const anchors = [100, 80, 60, 30, 0].map((percent) => anchorPoints(weight * 100, percent) / 100);
  expect(anchors).toEqual(expected);
});
