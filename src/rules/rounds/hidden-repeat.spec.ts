import { describe, expect, it } from '@jest/globals';
import { drawRepeat, numberLike, placeBeside, placeOfRepeat } from './hidden-repeat.js';

const seeds = Array.from({ length: 300 }, (_, i) => `seed ${i}`);

describe('drawRepeat', () => {
  it('leaves out a list in which three files cannot lie between', () => {
    expect(drawRepeat('seed', 1, 3)).toBeNull();
    expect(drawRepeat('seed', 1, 4)).toEqual({ of: 0, after: 3 });
  });

  it.each([5, 6, 7, 9, 30, 71])('repeats one of the first third in the last, of %i', (files) => {
    const drawn = seeds.map((seed) => drawRepeat(seed, 2, files)!);
    const third = Math.floor(files / 3);
    for (const { of, after } of drawn) {
      expect(of).toBeLessThan(third);
      expect(after - of).toBeGreaterThanOrEqual(3);
      expect(after).toBeGreaterThanOrEqual(files - third);
      expect(after).toBeLessThan(files);
    }
    // Every file of the first third has its turn.
    expect(new Set(drawn.map(({ of }) => of)).size).toBe(third);
  });

  it('is the same for whoever draws again, and another for another seat', () => {
    expect(drawRepeat('abc', 3, 30)).toEqual(drawRepeat('abc', 3, 30));
    const seats = [1, 2, 3, 4, 5].map((seat) => drawRepeat('abc', seat, 90)!.of);
    expect(new Set(seats).size).toBeGreaterThan(1);
  });
});

it('takes a place between the others', () => {
  const repeat = { of: 0, after: 3 };
  const places = [0, 1, 2, 3, 4, 5].map((file) => placeBeside(file, repeat));
  expect([places, placeOfRepeat(repeat)]).toEqual([[1, 2, 3, 4, 6, 7], 5]);
  expect([0, 1].map((file) => placeBeside(file, undefined))).toEqual([1, 2]);
});

describe('numberLike', () => {
  it.each([
    ['G123456', 0, 'G100000'],
    ['G123456', 899_999, 'G999999'],
    ['12345', 2345, '12345'],
    ['7', 8, '9'],
  ])('like %s', (example, drawn, number) => {
    expect(numberLike(example, () => drawn)).toBe(number);
  });

  it('has as many signs as one that is no count', () => {
    expect(numberLike('2RAZTS54', (below) => below - 1)).toBe('ZZZZZZZZ');
    expect(numberLike('2RAZTS54', () => 10)).toBe('AAAAAAAA');
  });

  it('draws among all numbers of that length', () => {
    const asked: number[] = [];
    numberLike('G123456', (most) => asked.push(most));
    expect(asked).toEqual([900_000]);
  });
});
