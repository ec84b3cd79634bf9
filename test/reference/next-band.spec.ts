import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules } from '../../src/rules/scoring/category-sheets.js';
import { nextBand } from '../../src/rules/scoring/next-band.js';

const scoringOf = (code: string) =>
  categoryRules(PRESET_NOW, 'G')
    .rubric.flatMap(({ indicators }) => indicators)
    .find((one) => one.code === code)!.scoring;

describe('the next better range', () => {
  test.each([
    ['G1', 0, { bound: 'least', edge: '500.00', unit: 'wan', points: '4.00' }],
    ['G1', 850, { bound: 'least', edge: '10000.00', unit: 'wan', points: '10.00' }],
    ['G2', 250, { bound: 'least', edge: '15.00', unit: 'percent', points: '4.00' }],
    ['G4', 400, { bound: 'least', edge: '5', unit: 'years', points: '5.00' }],
    ['G10', 100, { bound: 'least', edge: '5', unit: 'count', points: '2.50' }],
    ['G7', 350, { bound: 'most', edge: '0.50', unit: 'ratio', points: '5.00' }],
  ])('of %s with %i hundredths', (code, points, next) => {
    expect(nextBand(scoringOf(code), points)).toEqual(next);
  });

  test('does not exist at the top, nor for anchors and checklists', () => {
    expect(nextBand(scoringOf('G1'), 1000)).toBeNull();
    expect(nextBand(scoringOf('G11'), 0)).toBeNull();
    expect(nextBand(scoringOf('G5'), 0)).toBeNull();
  });
});
