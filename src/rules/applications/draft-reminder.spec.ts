import { dueReminder } from './draft-reminder.js';

describe('a reminder of an open draft', () => {
  it.each([
    ['four days before', 4, 9, [], null],
    ['three days before', 3, 9, [], 3],
    ['three days before, told already', 3, 15, [3], null],
    ['two days before, not told yet', 2, 9, [], 3],
    ['two days before, told', 2, 9, [3], null],
    ['the day before', 1, 9, [3], 1],
    ['the day before, first time', 1, 9, [], 1],
    ['the day before, told', 1, 9, [3, 1], null],
    ['on the last day', 0, 9, [3], 1],
    ['on the last day, told', 0, 9, [1], null],
    ['after it', -1, 9, [], null],
    ['before eight in the morning', 3, 7, [], null],
    ['at eight in the morning', 3, 8, [], 3],
  ] as const)('%s', (_when, daysLeft, hour, sent, expected) => {
    expect(dueReminder(daysLeft, hour, sent)).toBe(expected);
  });
});
