import { seatInWords } from './seat-in-words.js';

test('seat 9 is a member, seat 101 the first alternate', () => {
  expect([9, 100, 101].map(seatInWords)).toEqual([
    { alternate: 'no', seat: 9 },
    { alternate: 'no', seat: 100 },
    { alternate: 'yes', seat: 1 },
  ]);
});
