import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { revealStep, shownScores } from './score-reveal.js';

const { trimTable } = PRESET_NOW;
const ready = { revealed: false, signed: 5, unsigned: 0, unsettled: false };

test.each([
  ['all signed', {}, 'ready'],
  ['one unsigned', { signed: 4, unsigned: 1 }, 'sealed'],
  ['too few judges', { signed: 2 }, 'sealed'],
  ['three judges', { signed: 3 }, 'ready'],
  ['an empty seat or a sheet that may fall', { unsettled: true }, 'sealed'],
  ['shown already, whatever came after', { revealed: true, unsigned: 1 }, 'revealed'],
] as const)('%s', (_title, change, expected) => {
  expect(revealStep({ ...ready, ...change }, trimTable)).toBe(expected);
});

describe('what hangs in the hall', () => {
  const given = (...totals: number[]) => totals.map((total, at) => ({ seat: at + 1, total }));

  test('is the worked example of the rules, without seats', () => {
    expect(shownScores(given(8400, 8550, 8650, 8500, 8800), trimTable)).toEqual({
      totals: [
        { points: '88.00', dropped: 'highest' },
        { points: '86.50', dropped: null },
        { points: '85.50', dropped: null },
        { points: '85.00', dropped: null },
        { points: '84.00', dropped: 'lowest' },
      ],
      kept: 3,
      mean: '85.67',
    });
  });

  test('drops one of equals, and nothing where there are few', () => {
    const equal = shownScores(given(800, 800, 800, 800, 800), trimTable)!;
    expect(equal.totals.map(({ dropped }) => dropped)).toEqual([
      'highest',
      null,
      null,
      null,
      'lowest',
    ]);
    expect(shownScores(given(100, 200, 300), trimTable)).toMatchObject({ kept: 3, mean: '2.00' });
    expect(shownScores(given(100, 200), trimTable)).toBeNull();
  });
});
