import { describe, expect, test } from '@jest/globals';
import { commonFinding, middlePoints, reReviewComplete } from './re-review-result.js';

describe('the result of a re-review', () => {
  test.each([
    [[100, 250, 200], 200],
    [[0, 200, 150, 300], 200],
    [[0, 200, 100, 300], 150],
    [[300, 0, 50, 50, 800], 50],
  ])('of the points %j is %d', (points, middle) => {
    expect(middlePoints(points)).toBe(middle);
  });

  test.each([
    ['what more than half found', ['12', '12', '30'], '12'],
    ['nothing, where more than half accept nothing', [null, null, '30'], null],
    ['the middle of different numbers', ['30', '9', '12'], '12'],
    ['of four the lower of the middle two', ['30', '9', '12', '20'], '12'],
    ['the middle of the numbers when few accept nothing', ['30', null, '12'], '12'],
    ['unchanged where as many accept nothing as something', ['30', '12', null, null], '99'],
    ['unchanged between different days', ['2020-01-01', '2021-01-01', '2022-01-01'], '99'],
    ['unchanged between numbers and other words', ['30', '12', 'x'], '99'],
  ])('of a figure is %s', (_title, found, common) => {
    expect(commonFinding(found, '99')).toBe(common);
  });

  test('is there when every valid sheet is signed and three are', () => {
    expect(reReviewComplete({ valid: 3, signed: 3 })).toBe(true);
    expect(reReviewComplete({ valid: 4, signed: 3 })).toBe(false);
    expect(reReviewComplete({ valid: 2, signed: 2 })).toBe(false);
  });
});
