import { expect, test } from '@jest/globals';
import { codingFor } from './coding-for.js';

test.each([
  [undefined, null],
  ['', null],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip;q=1.0', 'br'],
  ['gzip;q=0.001', 'gzip'],
  // Asked for plain, by a reader that names what it cannot take.
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0, br ; q = 0.000', null],
  ['identity', null],
  ['x-gzip-like, brisk', null],
])('a reader that takes “%s” gets %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});
