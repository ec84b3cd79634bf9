import { describe, expect, test } from '@jest/globals';
import { type PanelSeat, nextSeatNumber, panelProblems, seatingProblems } from './panel-rule.js';

const seat = (number: number, more: Partial<PanelSeat> = {}): PanelSeat => ({
  number,
  organisation: `单位${number}`,
  division: null,
  chair: number === 1,
  alternate: false,
  ...more,
});
const seven = [1, 2, 3, 4, 5, 6, 7].map((number) => seat(number));

describe('a panel', () => {
  test('of seven people from seven organisations with one chair is sound', () => {
    expect(panelProblems(seven)).toEqual([]);
  });

  test('needs five members, an odd number and one chair', () => {
    expect(panelProblems(seven.slice(1, 4))).toEqual([
      { code: 'judging.panel.tooFew', variables: { count: 3, minimum: 5 } },
      { code: 'judging.panel.oneChair', variables: { count: 0 } },
    ]);
    expect(panelProblems(seven.slice(0, 5))).toEqual([]);
    expect(panelProblems(seven.slice(0, 4))).toEqual([
      { code: 'judging.panel.tooFew', variables: { count: 4, minimum: 5 } },
    ]);
    expect(panelProblems(seven.slice(0, 6))).toEqual([
      { code: 'judging.panel.evenNumber', variables: { count: 6 } },
    ]);
  });

  test('takes one person of an organisation, alternates counted', () => {
    const alternate = seat(101, { alternate: true, organisation: '单位3' });
    expect(panelProblems([...seven, alternate])).toEqual([
      { code: 'judging.panel.organisationTwice', variables: { organisation: '单位3' } },
    ]);
  });

  test('takes two members of a division, but not three', () => {
    const two = seven.map((one) => (one.number < 3 ? { ...one, division: '330802' } : one));
    expect(panelProblems(two)).toEqual([]);
    expect(seatingProblems(two, seat(8, { division: '330802' }))).toEqual([
      { code: 'judging.panel.divisionTooMany', variables: { division: '330802', most: 2 } },
    ]);
  });

  test('is not blamed again for what was wrong before the new seat', () => {
    const twice = [...seven, seat(8, { organisation: '单位1' })];
    expect(seatingProblems(twice, seat(9))).toEqual([]);
    expect(seatingProblems(twice, seat(9, { organisation: '单位2' }))).toEqual([
      { code: 'judging.panel.organisationTwice', variables: { organisation: '单位2' } },
    ]);
  });

  test('keeps numbers: a gap is filled, alternates count apart', () => {
    expect(nextSeatNumber([1, 2, 4, 101], false)).toBe(3);
    expect(nextSeatNumber([1, 2, 4, 101], true)).toBe(102);
  });
});
