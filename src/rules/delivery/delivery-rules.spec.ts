import { expect, test } from '@jest/globals';
import {
  CODE_MINUTES,
  MOST_ATTEMPTS,
  PAUSE_MINUTES,
  type WaitingDelivery,
  gaveUp,
  nextLetter,
  nextTry,
  plusMinutes,
} from './delivery-rules.js';

const now = '2026-03-02T08:00:00.000Z';
const one = (over: Partial<WaitingDelivery> = {}): WaitingDelivery => ({
  id: 'a',
  accountId: 'p',
  urgent: false,
  code: false,
  attempts: 0,
  createdAt: now,
  ...over,
});

test('pauses grow, and the last try is within two days', () => {
  expect(PAUSE_MINUTES).toEqual(PAUSE_MINUTES.toSorted((a, b) => a - b));
  expect(nextTry(now, 1)).toBe('2026-03-02T08:02:00.000Z');
  expect(nextTry(now, 5)).toBe('2026-03-02T20:00:00.000Z');
  expect(nextTry(now, MOST_ATTEMPTS)).toBe('2026-03-02T20:00:00.000Z');
});

test.each([
  ['a new one', one(), null],
  ['the last but one try', one({ attempts: MOST_ATTEMPTS - 1 }), null],
  ['all tries', one({ attempts: MOST_ATTEMPTS }), 'tries'],
  ['almost three days', one({ createdAt: '2026-02-27T08:00:00.001Z' }), null],
  ['three days', one({ createdAt: '2026-02-27T08:00:00.000Z' }), 'tooOld'],
  ['a code that still holds', one({ code: true, createdAt: plusMinutes(now, -29) }), null],
  [
    'a code that does not',
    one({ code: true, createdAt: plusMinutes(now, -CODE_MINUTES) }),
    'tooOld',
  ],
])('gives up or not: %s', (_, waiting, expected) => {
  expect(gaveUp(waiting, now)).toBe(expected);
});

const ids = (letter: readonly WaitingDelivery[]) => letter.map(({ id }) => id);
const none = new Map<string, string>();

test('an urgent message goes first and alone', () => {
  const waiting = [
    one({ id: 'a' }),
    one({ id: 'b', urgent: true }),
    one({ id: 'c', urgent: true }),
  ];
  expect(ids(nextLetter(waiting, none, now))).toEqual(['b']);
});

test('the others of one person go together, at most once an hour', () => {
  const waiting = [one({ id: 'a' }), one({ id: 'b', accountId: 'q' }), one({ id: 'c' })];
  expect(ids(nextLetter(waiting, none, now))).toEqual(['a', 'c']);
  const lately = new Map([['p', plusMinutes(now, -59)]]);
  expect(ids(nextLetter(waiting, lately, now))).toEqual(['b']);
  expect(ids(nextLetter(waiting, new Map([['p', plusMinutes(now, -60)]]), now))).toEqual([
    'a',
    'c',
  ]);
  expect(nextLetter([one()], lately, now)).toEqual([]);
  expect(nextLetter([], none, now)).toEqual([]);
});
