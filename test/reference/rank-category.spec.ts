import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import { fractionText } from '../../src/rules/scoring/fraction.js';
import { displayPoints } from '../../src/rules/scoring/points.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { sampleRecord, sampleSheets } from './sample-category.js';

it('ranks a category from figures and sheets, and the order of rows changes nothing', () => {
  const shares = [0.4, 0.6, 0.8, 0.9, 1];
  const records = [1, 2, 3, 4].map((n) =>
    sampleRecord(
      'G',
      n,
      shares.map((s) => s - n / 20),
    ),
  );
  const ranking = rankCategory(PRESET_2013, 'G', records, []);
  const shuffled = records.toReversed().map((one) => ({ ...one, sheets: one.sheets.toReversed() }));
  expect(rankCategory(PRESET_2013, 'G', shuffled, [])).toEqual(ranking);
  expect(ranking.ranked.map(({ score }) => score.receiptNumber)).toEqual([
    '2013-G-0001',
    '2013-G-0002',
    '2013-G-0003',
    '2013-G-0004',
  ]);
  expect(ranking.minimumField).toEqual({ needed: 15, met: false, otherwise: 'cancel' });
});

it('dimensions add up to the material score', () => {
  const [first] = rankCategory(PRESET_2013, 'Y', [sampleRecord('Y', 1)], []).ranked;
  if (!first) throw new Error('not ranked');
  const { dimensions, material, composite } = first.score;
  const total = dimensions.reduce(
    (sum, one) => sum + Number(one.total.numerator) / Number(one.total.denominator),
    0,
  );
  expect(total).toBe(Number(material.numerator));
  expect(fractionText(composite)).toBe(fractionText(material));
});

it('an application with two sheets waits for more judges', () => {
  const record = { ...sampleRecord('G', 1), sheets: sampleSheets('G', [0.5, 0.5]) };
  const ranking = rankCategory(PRESET_2013, 'G', [record], []);
  expect(ranking.incomplete).toEqual([
    { receiptNumber: '2013-G-0001', tooFewSheets: { sheet: 'material', signed: 2 } },
  ]);
  expect(ranking.ranked).toEqual([]);
});

it('an indicator left out moves its weight inside the dimension, where the programme allows it', () => {
  const record = sampleRecord('Y', 1);
  const without = { ...record, figures: { ...record.figures, notApplicable: ['Y12'] } };
  expect(() => rankCategory(PRESET_2013, 'Y', [without], [])).toThrow('notApplicableRefused');
  const allowed: RuleSet = {
    ...PRESET_2013,
    categories: PRESET_2013.categories.map((category) => ({
      ...category,
      rubric: category.rubric.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((one) => ({
          ...one,
          notApplicableAllowed: one.code === 'Y12',
        })),
      })),
    })),
  };
  const [ranked] = rankCategory(allowed, 'Y', [without], []).ranked;
  const integrity = ranked?.score.dimensions.find(({ code }) => code === 'Y.integrity');
  // 6 + 4 + 5 points of 16 grow by 20/16 to 18.75 of 20.
  expect(fractionText(integrity?.growth ?? { numerator: 0n, denominator: 1n })).toBe('5/4');
  expect(integrity && displayPoints(integrity.total)).toBe('18.75');
});
