import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import type { OwnNumber, ScoringLine, SimpleScoring } from './computation.js';
import { computationOf, rangesOf } from './computations.js';

export const name = { zh: 'name', en: 'Name' };
export const bands = [
  { low: 10, points: 400 },
  { high: 10, points: 50 },
];
export const { ratings } = PRESET_2013;
export const shops = [
  { id: 's1', platform: 'taobao' },
  { id: 's2', platform: ratings.unratedPlatforms[0]! },
];

export interface Known {
  readonly needs: readonly string[];
  readonly most: number;
  readonly edges?: readonly [unit: string, closed: string];
  /** Name, what it is, value; a whole number has no decimals. */
  readonly numbers?: readonly (readonly [string, string, number, 'whole'?])[];
  readonly divisors?: readonly number[];
  readonly lines?: readonly ScoringLine[];
}

/** That the program knows just this of the computation. */
export function expectKnown(scoring: SimpleScoring, known: Known): void {
  const { needs, most, numbers, divisors, lines } = computationOf(scoring);
  expect(needs(scoring, { ratings, shops }).map(({ key }) => key)).toStrictEqual(known.needs);
  expect(most(scoring)).toBe(known.most);
  const ranges = rangesOf(scoring);
  expect(ranges && [ranges.unit, ranges.closed]).toEqual(known.edges ?? null);
  expect(numbers?.(scoring)).toEqual(
    known.numbers?.map(([member, role, value, whole]): OwnNumber => ({
      member,
      role,
      value,
      hundredths: whole === undefined,
    })),
  );
  expect(divisors?.(scoring)).toEqual(known.divisors);
  expect(lines?.(scoring)).toEqual(known.lines);
}
