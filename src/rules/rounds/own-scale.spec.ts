import { expect, test } from '@jest/globals';
import { nearestScores, ownScale } from './own-scale.js';

const scores = (...points: readonly number[]) =>
  points.map((each, at) => ({ sheetId: `s${at}`, number: `N${9 - at}`, points: each }));

test('a scale has every half point up to the weight, with the other scores on it', () => {
  expect(ownScale(150, scores(50, 150, 50), 100)).toEqual([
    { points: 0, others: 0, here: false },
    { points: 50, others: 2, here: false },
    { points: 100, others: 0, here: true },
    { points: 150, others: 1, here: false },
  ]);
  expect(ownScale(50, [], undefined).some(({ here }) => here)).toBe(false);
});

test('the nearest come first, above and below alike, then by number', () => {
  const numbers = (most: number) =>
    nearestScores(scores(100, 300, 250, 150, 200), 200, most).map(({ number }) => number);
  expect(numbers(5)).toEqual(['N5', 'N6', 'N7', 'N8', 'N9']);
  expect(numbers(2)).toEqual(['N5', 'N6']);
});
