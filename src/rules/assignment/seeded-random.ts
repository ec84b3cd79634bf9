import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Seed = number | string;

export interface SeededRandom {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** A new array with the items in random order (Fisher and Yates 1938). */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** The same seed gives the same numbers on every machine; neighbouring seeds give unrelated ones. */
export function seededRandom(seed: Seed): SeededRandom {
  const generator = xoroshiro128plus(generatorState(seed));
  const below = (bound: number): number => uniformInt(generator, 0, bound - 1);
  return {
    below,
    shuffle(items) {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const moved = shuffled[last]!;
        shuffled[last] = shuffled[other]!;
        shuffled[other] = moved;
      }
      return shuffled;
    },
  };
}

/** Hashing first, because a small seed leaves most of the generator's own state at zero. */
export function generatorState(seed: Seed): number {
  return createHash('sha256').update(String(seed), 'utf8').digest().readInt32BE(0);
}
