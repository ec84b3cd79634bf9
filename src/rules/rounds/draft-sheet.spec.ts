import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { categoryRules, sheetIndicators } from '../scoring/category-sheets.js';
import { draftProblems, draftTotal, indicatorState, signingProblems } from './draft-sheet.js';

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

  test('a comment has an end, and a draft needs none', () => {
    const comments = (length: number) => ({
      scores: { G11: 800 },
      comments: { G11: '长'.repeat(length) },
    });
    expect(draftProblems(indicators, { scores: { G11: 800 }, comments: {} })).toEqual([]);
    expect(draftProblems(indicators, comments(1000))).toEqual([]);
    expect(draftProblems(indicators, comments(1001))).toEqual([
      {
        indicator: 'G11',
        key: 'judging.sheet.commentLong',
        variables: { most: 1000, length: 1001 },
      },
    ]);
    const both = { ...comments(1001), scores: { G11: 651 } };
    expect(draftProblems(indicators, both).map(({ key }) => key)).toEqual([
      'scoring.score.offGrid',
      'judging.sheet.commentLong',
    ]);
  });

  test('a comment that is not there does not stand for a reason', () => {
    const [problem, ...others] = signingProblems(
      indicators,
      { scores: { ...scores, G11: 800 }, comments: {} },
      PRESET_NOW.comment,
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ indicator: 'G11', variables: { characters: 0 } });
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

  test('an indicator is unscored, lacks the comment of its score, or is done', () => {
    const [indicator] = indicators;
    const state = (points: number | undefined, comment: string) =>
      indicatorState(
        indicator!,
        { scores: points === undefined ? {} : { G11: points }, comments: { G11: comment } },
        { minimumCharacters: 10 },
      );
    expect(state(undefined, '')).toBe('unscored');
    expect(state(0, '字'.repeat(9))).toBe('commentMissing');
    expect(state(0, '字'.repeat(10))).toBe('done');
    expect(state(650, '')).toBe('done');
  });
});
