import { expect, test } from '@jest/globals';
import { publicKeyOf } from '../provenance/ed25519.js';
import { CODE, FILE, day, sealed } from './hall-day.fixture.js';
import { readHallDay, resultSeed } from './hall-day.js';

const text = JSON.stringify(sealed);

test('a file is read as it was made', () => {
  expect(readHallDay(text)).toEqual(sealed);
});

test.each([
  ['no JSON', 'x', 'hall.file.notOne'],
  ['nothing', 'null', 'hall.file.notOne'],
  ['another kind of file', JSON.stringify({ ...sealed, format: 'x' }), 'hall.file.notOne'],
  ['a merchant renamed', text.replace('merchant m1', 'merchant x'), 'hall.file.changed'],
  ['another hash', JSON.stringify({ ...sealed, hash: '0'.repeat(64) }), 'hall.file.changed'],
  ['another key', JSON.stringify({ ...sealed, key: day.resultKey }), 'hall.file.changed'],
  ['a key that is none', JSON.stringify({ ...sealed, key: 'x' }), 'hall.file.changed'],
  ['nothing of a day', JSON.stringify({ format: sealed.format }), 'hall.file.changed'],
])('%s is refused', (_title, given, code) => {
  expect(() => readHallDay(given)).toThrow(expect.objectContaining({ code }));
});

test('the key follows from the code and the file, however the code was copied', () => {
  const key = (code: string, file = FILE) => publicKeyOf(resultSeed(code, file));
  expect(key(` ${CODE}\n`)).toBe(day.resultKey);
  expect(key(CODE.toLowerCase())).not.toBe(day.resultKey);
  expect(key(CODE, 'file2')).not.toBe(day.resultKey);
});
