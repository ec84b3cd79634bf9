import { describe, expect, test } from '@jest/globals';
import { type SeatOnApplication, assignSheets } from './sheet-assignment.js';

const seats = [
  { id: 'c', number: 3, alternate: false, declared: true },
  { id: 'a', number: 1, alternate: false, declared: true },
  { id: 'b', number: 2, alternate: false, declared: true },
  { id: 'x', number: 101, alternate: true, declared: true },
  { id: 'y', number: 102, alternate: true, declared: true },
];
const pairs = (seatIds: string, applicationId: string): SeatOnApplication[] =>
  Array.from(seatIds).map((seatId) => ({ seatId, applicationId }));
const shown = (given: readonly SeatOnApplication[]) =>
  given.map(({ seatId, applicationId }) => `${seatId}${applicationId}`);

describe('sheets of a round', () => {
  test('the whole panel scores every application, alternates wait', () => {
    const answered = [...pairs('abcxy', '1'), ...pairs('abcxy', '2')];
    expect(shown(assignSheets(seats, ['1', '2'], answered, []))).toEqual(
      'a1 b1 c1 a2 b2 c2'.split(' '),
    );
  });

  test('an alternate in order takes the part of a barred member, and only there', () => {
    const answered = [...pairs('acxy', '1'), ...pairs('abcxy', '2')];
    expect(shown(assignSheets(seats, ['1', '2'], answered, pairs('b', '1')))).toEqual(
      'a1 c1 x1 a2 b2 c2'.split(' '),
    );
  });

  test('a barred alternate is passed over', () => {
    const answered = pairs('acy', '1');
    expect(shown(assignSheets(seats, ['1'], answered, pairs('bx', '1')))).toEqual(
      'a1 c1 y1'.split(' '),
    );
  });

  test('who has not declared scores nothing', () => {
    const silent = seats.map((one) => (one.id === 'b' ? { ...one, declared: false } : one));
    expect(shown(assignSheets(silent, ['1'], pairs('abc', '1'), []))).toEqual('a1 c1'.split(' '));
  });

  test('an answer that waits for the office gives no sheet and calls no alternate', () => {
    expect(shown(assignSheets(seats, ['1'], pairs('acx', '1'), []))).toEqual('a1 c1'.split(' '));
  });
});
