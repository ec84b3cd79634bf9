import { describe, expect, test } from '@jest/globals';
import { countedTies, standingOfTie, withFrozenTies } from './counted-ties.js';

const tie = (by: string, other: string, confirmed = false) => ({ by, other, confirmed });

describe('ties between merchants', () => {
  test('one side alone says nothing about the other', () => {
    expect(countedTies([tie('a', 'b'), tie('b', 'c')])).toEqual([]);
    expect(standingOfTie('a', 'b', [tie('a', 'b')])).toBe('oneSide');
    expect(standingOfTie('b', 'a', [tie('a', 'b')])).toBe('oneSide');
  });

  test('what both say counts, once', () => {
    const both = [tie('b', 'a'), tie('a', 'b'), tie('a', 'b')];
    expect(countedTies(both)).toEqual([{ one: 'a', other: 'b' }]);
    expect(standingOfTie('b', 'a', both)).toBe('both');
  });

  test('what the office confirms counts from either side, also with somebody off the register', () => {
    const checked = [tie('b', 'a', true), tie('a', '91330800X', true)];
    expect(countedTies(checked)).toEqual([
      { one: 'a', other: 'b' },
      { one: '91330800X', other: 'a' },
    ]);
    expect(standingOfTie('a', 'b', checked)).toBe('confirmed');
  });

  test('two who name the same outsider are not tied by their word', () => {
    expect(countedTies([tie('a', 'outsider'), tie('b', 'outsider')])).toEqual([]);
  });

  test('an applicant is held to the word given with the application', () => {
    const now = [tie('a', 'b'), tie('c', 'a'), tie('b', 'a', true)];
    const frozen = new Map([['a', ['c']]]);
    expect(withFrozenTies(now, frozen)).toEqual([
      tie('c', 'a'),
      tie('b', 'a', true),
      tie('a', 'c'),
    ]);
  });
});
