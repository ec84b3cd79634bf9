import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { newId } from '../../src/database/new-id.js';

/**
 * A named stream of the demo city's chance. Each part of the city forks its own, so that a row more
 * in one part changes nothing in another.
 */
export class Dice {
  private readonly generator;

  constructor(private readonly seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.generator = xoroshiro128plus(digest.readInt32LE(0));
  }

  fork(name: string): Dice {
    return new Dice(`${this.seed}/${name}`);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** A number in [from, to). */
  real(from: number, to: number): number {
    return from + uniformFloat64(this.generator) * (to - from);
  }

  chance(probability: number): boolean {
    return this.real(0, 1) < probability;
  }

  /** Bell-shaped around 0 with standard deviation 1, never beyond ±3: the sum of twelve uniforms less six. */
  bell(): number {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += this.real(0, 1);
    return Math.max(-3, Math.min(3, sum));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    for (let i = rest.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      [rest[i], rest[j]] = [rest[j]!, rest[i]!];
    }
    return rest;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.whole(0, 255));
  }

  /** An id; a prefix makes lists that are ordered by id read in the intended order. */
  id(prefix = ''): string {
    return prefix + newId(this.bytes(16 - prefix.length));
  }
}
