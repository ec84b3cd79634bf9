import { describe, expect, test } from '@jest/globals';
import { relatedGroups } from './related-groups.js';

describe('related merchants', () => {
  test('a chain of ties is one group, whatever the order in which it was told', () => {
    const groups = relatedGroups([
      { one: 'd', other: 'c' },
      { one: 'b', other: 'c' },
      { one: 'x', other: 'y' },
      { one: 'a', other: 'd' },
    ]);
    expect(Object.fromEntries(groups)).toEqual({
      a: 'a',
      b: 'a',
      c: 'a',
      d: 'a',
      x: 'x',
      y: 'x',
    });
  });

  test('nobody is in a group without a tie', () => {
    expect(relatedGroups([]).size).toBe(0);
  });
});
