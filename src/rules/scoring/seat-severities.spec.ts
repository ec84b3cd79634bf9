import { describe, expect, test } from '@jest/globals';
import { fraction, fractionText } from './fraction.js';
import { seatSeverities } from './seat-severities.js';

const entry = (given: Readonly<Record<number, number>>) => ({
  totals: Object.entries(given).map(([seat, total]) => ({
    seat: Number(seat),
    total: fraction(total),
  })),
});
const found = (entries: readonly Readonly<Record<number, number>>[]) =>
  Object.fromEntries(
    [...seatSeverities(entries.map(entry))].map(([seat, one]) => [seat, fractionText(one)]),
  );

describe('how severe seats are', () => {
  test('is found where merit and severity add up, though no seat saw everything', () => {
    // Merits 60, 70, 80, 90; seats +3, 0, −3.
    expect(
      found([
        { 1: 63, 2: 60 },
        { 2: 70, 3: 67 },
        { 1: 83, 3: 77 },
        { 1: 93, 2: 90, 3: 87 },
      ]),
    ).toEqual({ 1: '3', 2: '0', 3: '-3' });
  });

  test('of whoever saw the weak entries is not taken for severity', () => {
    // Seat 3 gives low totals because its entries are weak; seat 2 tells.
    const severities = found([
      { 1: 90, 2: 90 },
      { 2: 40, 3: 40 },
    ]);
    expect(severities).toEqual({ 1: '0', 2: '0', 3: '0' });
  });

  test('adds up to nothing in each group of seats that share entries', () => {
    expect(
      found([
        { 1: 10, 2: 20 },
        { 3: 100, 4: 60 },
      ]),
    ).toEqual({ 1: '-5', 2: '5', 3: '20', 4: '-20' });
  });

  test('of a seat alone, and of nobody, is nothing', () => {
    expect(found([{ 7: 55 }])).toEqual({ 7: '0' });
    expect(found([])).toEqual({});
  });

  test('comes by the number of the seat, however the entries name them', () => {
    const seats = seatSeverities([
      { totals: [50, 9].map((seat) => ({ seat, total: fraction(seat) })) },
      { totals: [30, 4, 100].map((seat) => ({ seat, total: fraction(seat) })) },
      { totals: [200, 4].map((seat) => ({ seat, total: fraction(seat) })) },
    ]);
    expect([...seats.keys()]).toEqual([4, 30, 100, 200, 9, 50]);
  });

  test('is rounded to six decimals of a point, half up', () => {
    // Least squares of three seats: thirds, which six decimals end.
    expect(found([{ 1: 1, 2: 0, 3: 0 }])).toEqual({
      1: '6667/10000',
      2: '-3333/10000',
      3: '-3333/10000',
    });
  });
});
