import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules, sheetIndicators } from '../scoring/category-sheets.js';
import { draftProblems, draftTotal, signingProblems } from './draft-sheet.js';

const indicators = sheetIndicators(PRESET_NOW, categoryRules(PRESET_NOW, 'G'), 'material');
const scores = { G11: 650, G13: 500, G15: 500, G16: 300, G17: 300 };

describe('a sheet of category G', () => {
  test('a draft may be incomplete, and has no total before it is complete', () => {
    const draft = { scores: { G11: 650 }, comments: {} };
    expect(draftProblems(indicators, draft)).toEqual([]);
    expect(draftTotal(indicators, draft)).toBeNull();
    expect(draftTotal(indicators, { scores, comments: {} })).toBe(2250);
  });

  test('a draft is never off the half-point grid or beyond the weight', () => {
    const draft = { scores: { G11: 651, G13: 650 }, comments: {} };
    expect(draftProblems(indicators, draft).map(({ indicator, key }) => [indicator, key])).toEqual([
      ['G11', 'scoring.score.offGrid'],
      ['G13', 'scoring.score.outOfRange'],
    ]);
  });

  test('signing asks for every score and for a reason at the extremes', () => {
    const { G17: _, ...four } = scores;
    const draft = { scores: { ...four, G11: 800 }, comments: { G11: '太好了' } };
    const problems = signingProblems(indicators, draft, PRESET_NOW.comment);
    expect(problems.map(({ indicator, key }) => [indicator, key])).toEqual([
      ['G11', 'scoring.score.commentRequired'],
      ['G17', 'judging.sheet.scoreMissing'],
    ]);
  });
});
