import { calibrateScores } from '../calibration/calibrate-scores.js';
import { crossedDesign } from '../calibration/crossed-design.js';
import { entryPosterior } from '../calibration/entry-posterior.js';
import type { Rating } from '../calibration/rating.js';
import { ratings as rows } from '../calibration/worked-cases.fixture.js';
import { normalSampler } from '../planning/normal-sampler.js';
import { rankDraws } from './rank-draws.js';
import { rankingRobustness } from './robustness.js';
import { rankEntries } from './robustness-cut-line.js';
import { SCORE_RULES } from './rule-scores.js';

interface Design {
  readonly entries: number;
  readonly judges: number;
  readonly perEntry: number;
  /** Standard deviation of the merits; severities have 4, errors 5. */
  readonly merit: number;
}

/** One round of known merits; judges of an entry stand next to one another on a circle. */
function simulated(
  { entries, judges, perEntry, merit }: Design,
  round: number,
): { readonly merits: readonly number[]; readonly ratings: readonly Rating[] } {
  const { normal } = normalSampler(`round ${round}`);
  const merits = Array.from({ length: entries }, () => normal(0, merit));
  const severities = Array.from({ length: judges }, () => normal(0, 4));
  const ratings = merits.flatMap((own, entry) =>
    Array.from({ length: perEntry }, (_, place) => {
      const judge = (entry + place) % judges;
      return {
        entry: `E${entry}`,
        judge: `J${judge}`,
        score: 80 + own - severities[judge]! + normal(0, 5),
      };
    }),
  );
  return { merits, ratings };
}

describe('coverage of the rank intervals, nominally 90 %', () => {
  const FIRST = 5;
  it.each<[string, Design, number]>([
    [
      '60 entries, 5 judges on all, low reliability',
      { entries: 60, judges: 5, perEntry: 5, merit: 2 },
      60,
    ],
    ['60 entries, 3 of 12 judges on each', { entries: 60, judges: 12, perEntry: 3, merit: 6 }, 60],
    [
      '20 entries, 7 judges on all, high reliability',
      { entries: 20, judges: 7, perEntry: 7, merit: 6 },
      100,
    ],
  ])('%s', (_, design, rounds) => {
    const seen = { all: 0, covered: 0 };
    const first = new Map(SCORE_RULES.map((rule) => [rule, { all: 0, covered: 0 }]));
    for (let round = 0; round < rounds; round += 1) {
      const { merits, ratings } = simulated(design, round);
      const options = { rule: 'mean', quota: null, seed: round, replications: 300 } as const;
      const covers = new Map(
        rankingRobustness(ratings, options).ranking.map(({ id, interval }) => {
          const truth = 1 + merits.filter((other) => other > merits[Number(id.slice(1))]!).length;
          return [id, interval!.low <= truth && truth <= interval!.high];
        }),
      );
      const count = (into: { all: number; covered: number }, id: string) => {
        into.all += 1;
        into.covered += covers.get(id) ? 1 : 0;
      };
      for (const id of covers.keys()) count(seen, id);
      // Whoever a rule puts first owes it to luck as well: the intervals must know that.
      for (const rule of SCORE_RULES)
        for (const { id } of rankEntries(ratings, { rule }).slice(0, FIRST))
          count(first.get(rule)!, id);
    }
    expect(seen.covered / seen.all).toBeGreaterThan(0.88);
    for (const [rule, { all, covered }] of first)
      expect([rule, covered / all > 0.88]).toEqual([rule, true]);
  });
});

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
    const { draws, expected } = { draws: 40_000, expected: mixedModel(ratings, variance) };
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

describe('without a difference between entries', () => {
  // Every entry has the same mean.
  const level = rows([
    'A J1:80 J2:82 J3:84',
    'B J1:82 J2:84 J3:80',
    'C J1:84 J2:80 J3:82',
    'D J1:81 J2:83 J3:82',
  ]);

  it('the lot decides instead of the alphabet, and the reason says so', () => {
    expect(calibrateScores(level).variance.entry).toBe(0);
    const result = rankingRobustness(level, {
      rule: 'calibrated',
      quota: 2,
      seed: 3,
      replications: 4000,
    });
    for (const { interval, withinQuota } of result.ranking) {
      expect(interval).toEqual({ low: 1, high: 4 });
      // Four standard errors of a half from 4,000 draws.
      expect(Math.abs(withinQuota! - 0.5)).toBeLessThan(0.032);
    }
    expect(result.unsureReason).toBe('robustness.noEntryVariance');
    expect(result.summary).toEqual({
      code: 'robustness.summary.indistinguishable',
      variables: { from: 1, to: 4 },
    });
  });
});

describe('rankDraws', () => {
  it('ranks from the highest down; equal values share the best of their ranks', () => {
    const ranks = new Uint32Array(6);
    rankDraws(6)(Float64Array.of(3, 9, 3, -1, 1e9, 3), ranks);
    expect([...ranks]).toEqual([3, 2, 3, 6, 1, 3]);
    rankDraws(6)(new Float64Array(6).fill(2), ranks);
    expect([...ranks]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('agrees with counting who is higher', () => {
    const { normal } = normalSampler('ranks');
    const rank = rankDraws(200);
    for (let round = 0; round < 20; round += 1) {
      const values = Float64Array.from({ length: 200 }, () => Math.round(normal(0, 40)));
      const ranks = new Uint32Array(200);
      rank(values, ranks);
      expect([...ranks]).toEqual(
        Array.from(values, (value) => 1 + values.filter((other) => other > value).length),
      );
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
