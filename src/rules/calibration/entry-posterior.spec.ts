import { normalSampler } from '../planning/normal-sampler.js';
import { crossedDesign } from './crossed-design.js';
import { entryPosterior } from './entry-posterior.js';
import type { Rating } from './rating.js';
import { ratings as rows } from './worked-cases.fixture.js';

describe('entryPosterior', () => {
  // One entry scored often and the rest once, so that the uncertain mean moves them apart.
  it.each([
    [
      'more judges than entries',
      rows(['A J1:80 J2:90 J3:86 J4:82 J5:85 J6:79', 'B J1:70', 'C J2:78', 'D J3:75']),
    ],
    [
      'more entries than judges',
      rows(['A J1:80 J2:90 J3:86', 'B J1:70', 'C J2:78', 'D J3:75', 'E J1:71', 'F J2:80']),
    ],
  ])('has the BLUPs as its means and their prediction errors as its spread: %s', (_, ratings) => {
    const variance = { entry: 4, judge: 0.3, residual: 12 };
    const { draws, expected } = { draws: 20_000, expected: mixedModel(ratings, variance) };
    const draw = entryPosterior(crossedDesign(ratings), { variance, mu: 70 });
    const { normal } = normalSampler('posterior');
    const merits = new Float64Array(expected.blup.length);
    const difference = new Float64Array(draws);
    for (let one = 1; one < merits.length; one += 1) {
      for (let replication = 0; replication < draws; replication += 1) {
        draw(merits, () => normal(0, 1));
        difference[replication] = merits[one]! - merits[0]!;
      }
      const centre = difference.reduce((sum, value) => sum + value, 0) / draws;
      const spread = difference.reduce((sum, value) => sum + (value - centre) ** 2, 0) / draws;
      const truth = expected.varianceOfDifference(one, 0);
      // Four standard errors of a mean and of a variance.
      expect(Math.abs(centre - (expected.blup[one]! - expected.blup[0]!))).toBeLessThan(
        4 * Math.sqrt(truth / draws),
      );
      expect(Math.abs(spread / truth - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    }
  });
});

/** Henderson's mixed model equations for mean, entries and judges, inverted as they stand. */
function mixedModel(
  ratings: readonly Rating[],
  variance: { readonly entry: number; readonly judge: number; readonly residual: number },
) {
  const entries = [...new Set(ratings.map(({ entry }) => entry))].sort();
  const judges = [...new Set(ratings.map(({ judge }) => judge))].sort();
  const size = 1 + entries.length + judges.length;
  const matrix = Array.from({ length: size }, (_, level) => {
    const row = new Float64Array(2 * size + 1);
    row[level] =
      level === 0
        ? 0
        : variance.residual / (level <= entries.length ? variance.entry : variance.judge);
    row[size + level] = 1;
    return row;
  });
  for (const { entry, judge, score } of ratings) {
    const levels = [0, 1 + entries.indexOf(entry), 1 + entries.length + judges.indexOf(judge)];
    for (const a of levels) {
      for (const b of levels) matrix[a]![b]! += 1;
      matrix[a]![2 * size]! += score;
    }
  }
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = matrix[pivot]!.map((value) => value / matrix[pivot]![pivot]!);
    matrix[pivot] = own;
    matrix.forEach((row, other) => {
      if (other !== pivot) matrix[other] = row.map((value, at) => value - row[pivot]! * own[at]!);
    });
  }
  const inverse = (a: number, b: number) => variance.residual * matrix[a + 1]![size + b + 1]!;
  return {
    blup: entries.map((_, entry) => matrix[entry + 1]![2 * size]!),
    varianceOfDifference: (a: number, b: number) =>
      inverse(a, a) + inverse(b, b) - 2 * inverse(a, b),
  };
}
