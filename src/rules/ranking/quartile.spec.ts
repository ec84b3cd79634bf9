import { describe, expect, test } from '@jest/globals';
import { quartileOf } from './quartile.js';

describe('the quarter of a field', () => {
  test.each([
    [9, [9, 8, 7, 6], 1],
    [8, [9, 8, 7, 6], 2],
    [6, [9, 8, 7, 6], 4],
    [7, [9, 7, 7, 7, 1], 1],
    [5, [5], 1],
  ] as const)('%i of %j is %i', (value, field, quarter) => {
    expect(quartileOf(value, field)).toBe(quarter);
  });
});
