import { isSameSet, movedBy, orderedByPlaces } from './ranking-order.js';

const order = ['a', 'b', 'c', 'd'];
const text = (list: readonly string[]) => list.join('');

describe('a place in the order', () => {
  it.each([
    ['c', 'up', 'acbd'],
    ['b', 'down', 'acbd'],
    ['a', 'up', 'abcd'],
    ['d', 'down', 'abcd'],
    ['a', 'down', 'bacd'],
    ['b', 'up', 'bacd'],
    ['x', 'up', 'abcd'],
    ['x', 'down', 'abcd'],
  ] as const)('of %s one step %s gives %s', (id, by, expected) => {
    expect(text(movedBy(order, id, by))).toBe(expected);
  });

  it.each([
    ['nothing typed', {}, 'abcd'],
    ['the places as they are', { a: 1, b: 2, c: 3, d: 4 }, 'abcd'],
    ['the last to the first', { a: 1, b: 2, c: 3, d: 1 }, 'dabc'],
    ['the first to the third', { a: 3, b: 2, c: 3, d: 4 }, 'bcad'],
    ['two exchanged', { a: 2, b: 1, c: 3, d: 4 }, 'bacd'],
    ['beyond the end', { a: 99 }, 'bcda'],
    ['before the beginning', { d: 0 }, 'dabc'],
    ['the same place twice', { c: 1, d: 1 }, 'dcab'],
  ] as const)('%s', (_what, places, expected) => {
    expect(text(orderedByPlaces(order, new Map(Object.entries(places))))).toBe(expected);
  });
});

describe('the same set', () => {
  it.each([
    [['b', 'a'], ['a', 'b'], true],
    [['a'], ['a', 'b'], false],
    [['a', 'a'], ['a', 'b'], false],
    [['a', 'b'], ['a', 'a'], false],
    [['a', 'c'], ['a', 'b'], false],
    [[], [], true],
  ] as const)('%j and %j: %s', (one, other, expected) => {
    expect(isSameSet(one, other)).toBe(expected);
  });
});
