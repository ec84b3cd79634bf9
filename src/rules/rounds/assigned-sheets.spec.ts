import { describe, expect, test } from '@jest/globals';
import { type AssignedRound, assignedSheets } from './assigned-sheets.js';

const seat = (number: number, id = `s${number}`) => ({
  id,
  number,
  alternate: number > 100,
  declared: true,
});
const seats = [seat(1), seat(2), seat(3), seat(4), seat(101), seat(102)];
const on = (applicationId: string, ...numbers: (number | string)[]) =>
  numbers.map((number) => ({ seatId: `s${number}`, applicationId }));
const places = ['a', 'b'].flatMap((applicationId) =>
  (applicationId === 'a' ? [1, 2, 3] : [2, 3, 4]).map((number) => ({
    seat: number,
    applicationId,
  })),
);
const everybody = ['a', 'b'].flatMap((id) => on(id, 1, 2, 3, 4, 101, 102, 'new'));
const shown = (round: Partial<AssignedRound>) =>
  assignedSheets({
    seats,
    applicationIds: ['a', 'b'],
    places,
    held: [],
    answered: everybody,
    barred: [],
    ...round,
  }).map(({ seatId, applicationId }) => `${applicationId}${seatId.slice(1)}`);

describe('sheets of an assigned round', () => {
  test('go to the holders of the assigned seats, and to nobody else', () => {
    expect(shown({})).toEqual(['a1', 'a2', 'a3', 'b2', 'b3', 'b4']);
  });

  test('a barred holder is replaced by the first free alternate, on that application only', () => {
    expect(shown({ barred: [...on('a', 2), ...on('a', 101)] })).toEqual([
      'a1',
      'a3',
      'a102',
      'b2',
      'b3',
      'b4',
    ]);
  });

  test('who stands in already is counted, so that nobody is called twice', () => {
    const given = { barred: on('a', 2), held: on('a', 1, 3, 101) };
    expect(shown(given)).toEqual(['a1', 'a3', 'b2', 'b3', 'b4']);
  });

  test('who holds a sheet of an assigned seat is no stand-in', () => {
    const given = { barred: on('a', 2), held: on('a', 1, 2, 3) };
    expect(shown(given)).toEqual(['a1', 'a3', 'a101', 'b2', 'b3', 'b4']);
  });

  test('alternates stand in by their numbers, whatever their order, and nothing without places', () => {
    const mixed = [seat(102), seat(101), ...seats.slice(0, 4)];
    expect(shown({ seats: mixed, barred: on('a', 2) })).toEqual([
      'a1',
      'a3',
      'a101',
      'b2',
      'b3',
      'b4',
    ]);
    expect(shown({ places: [] })).toEqual([]);
  });

  test('an empty seat held by nobody leaves what is held alone', () => {
    const given = { seats: seats.filter(({ number }) => number !== 3), held: on('a', 1, 2, 101) };
    expect(shown(given)).toEqual(['a1', 'a2', 'b2', 'b4', 'b101']);
  });

  test('a successor inherits the places with the number', () => {
    const now = [seat(1), seat(2, 'snew'), seat(3), seat(4), seat(102)];
    expect(shown({ seats: now })).toEqual(['a1', 'anew', 'a3', 'bnew', 'b3', 'b4']);
  });

  test('an empty seat is stood in for; a holder who has not declared is waited for', () => {
    expect(shown({ seats: seats.filter(({ number }) => number !== 3) })).toEqual([
      'a1',
      'a2',
      'a101',
      'b2',
      'b4',
      'b101',
    ]);
    const waiting = seats.map((one) => (one.number === 3 ? { ...one, declared: false } : one));
    expect(shown({ seats: waiting })).toEqual(['a1', 'a2', 'b2', 'b4']);
  });
});
