import { expect, test } from '@jest/globals';
import { joined, nothingKept, withSave, withoutTaken } from './kept-windows.js';

const day = (number: number) => `2026-11-30T00:00:00.${String(number).padStart(3, '0')}Z`;
const saves = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: day(at),
    savedAt: day(900),
    typed: [`field${at}`],
    fields: { [`field${at}`]: 'x' },
  }));

test('a form holds no more windows than anybody has open; the oldest goes', () => {
  const kept = saves(500).reduce(withSave, nothingKept);
  expect(Object.keys(joined(kept).fields)).toEqual(
    Array.from({ length: 8 }, (_, at) => `field${492 + at}`),
  );
});

test('nor more texts that were typed over, nor more windows that were taken', () => {
  // Two windows at a time that do not see each other; the first of the next pair sees both.
  const over = Array.from({ length: 300 }, (_, at) => [
    { id: day(3 * at), savedAt: day(3 * at + 1), typed: ['name'], fields: { name: `old ${at}` } },
    { id: day(3 * at), savedAt: day(3 * at + 2), typed: ['name'], fields: { name: `new ${at}` } },
  ])
    .flat()
    .map((save, at) => ({ ...save, id: at % 2 ? save.id.replace('Z', '5Z') : save.id }));
  const kept = over.reduce(withSave, nothingKept);
  expect(kept.earlier.length).toBe(100);
  expect(kept.earlier.at(-1)?.value).toBe('old 298');
  const taken = saves(50).reduce((all, { id }) => withoutTaken(all, id), kept).taken;
  expect(taken).toEqual(
    saves(50)
      .slice(-8)
      .map(({ id }) => id),
  );
});
