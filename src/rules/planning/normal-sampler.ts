import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { generatorState, type Seed } from '../assignment/seeded-random.js';

export interface NormalSampler {
  normal(mean: number, standardDeviation: number): number;
  /** Mean 0, deviation 1. */
  standard(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
}

/** Normal deviates by the polar method (Marsaglia and Bray 1964). */
export function normalSampler(seed: Seed): NormalSampler {
  const generator = xoroshiro128plus(generatorState(seed));
  // In an array, a number is written in place; in a variable each would be a new object, ten million of them.
  const spare = new Float64Array(1);
  let isSpare = false;
  const standard = (): number => {
    if (isSpare) {
      isSpare = false;
      return spare[0]!;
    }
    for (;;) {
      const horizontal = 2 * uniformFloat64(generator) - 1;
      const vertical = 2 * uniformFloat64(generator) - 1;
      const square = horizontal ** 2 + vertical ** 2;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare[0] = vertical * factor;
      isSpare = true;
      return horizontal * factor;
    }
  };
  return {
    normal: (mean, standardDeviation) => mean + standardDeviation * standard(),
    standard,
    whole: (least, most) => uniformInt(generator, least, most),
  };
}
