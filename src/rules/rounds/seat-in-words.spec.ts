import { seatInWords } from './seat-in-words.js';

test('seat 9 is a member, seat 101 the first alternate', () => {
  expect([seatInWords(9), seatInWords(101)]).toEqual([
    { alternate: 'no', seat: 9 },
    { alternate: 'yes', seat: 1 },
  ]);
});
