import * as fc from 'fast-check';
import type { Rating } from '../calibration/rating.js';
import { ratings } from '../calibration/worked-cases.fixture.js';
import { RuleError } from '../rule-error.js';
import { rankingRobustness } from './robustness.js';
import { rankEntries } from './robustness-cut-line.js';
import type { ScoreRule } from './rule-scores.js';

/** Three merchants, five judges; J5 lifts C and sinks the others. */
const colluded = ratings([
  'A J1:90 J2:88 J3:91 J4:89 J5:70',
  'B J1:84 J2:85 J3:83 J4:84 J5:70',
  'C J1:80 J2:81 J3:82 J4:80 J5:100',
]);

function order(table: readonly Rating[], rule: ScoreRule, drop?: number) {
  return rankEntries(table, { rule, drop }).map(({ id, score }) => `${id} ${score}`);
}

function standings(table: readonly Rating[], rule: ScoreRule) {
  return rankEntries(table, { rule }).map(({ id, standing }) => `${id} ${standing}`);
}

describe('rankEntries', () => {
  it.each<[ScoreRule, readonly string[]]>([
    ['mean', ['A 85.6', 'C 84.6', 'B 81.2']],
    ['trimmed', ['A 89', 'B 83.666667', 'C 81']],
    ['median', ['A 89', 'B 84', 'C 81']],
  ])('%s', (rule, expected) => {
    expect(order(colluded, rule)).toEqual(expected);
  });

  it('z-score counts in each judge’s own standard deviations', () => {
    const table = ratings(['A J1:90 J2:60', 'B J1:80 J2:50', 'C J1:70 J2:70']);
    // J1: 1, 0, −1; J2: 0, −1, 1.
    expect(order(table, 'zscore')).toEqual(['A 0.5', 'C 0', 'B -0.5']);
  });

  it('z-score counts a judge who does not distinguish as zero', () => {
    const table = ratings(['A J1:90 J2:60', 'B J1:80 J2:60', 'C J1:70 J2:60']);
    expect(order(table, 'zscore')).toEqual(['A 0.5', 'B 0', 'C -0.5']);
  });

  it('calibrated undoes severity where judges saw different entries', () => {
    // J1 is some ten points stricter than J2 on everything both scored.
    const table = ratings([
      'A J1:80 J2:90',
      'B J1:70 J2:81',
      'C J1:78',
      'D J2:84',
      'E J1:75 J2:84',
    ]);
    expect(order(table, 'mean')[1]).toBe('D 84');
    expect(rankEntries(table, { rule: 'calibrated' }).map(({ id }) => id)).toEqual([
      'A',
      'C',
      'E',
      'D',
      'B',
    ]);
  });

  it('trims a judge’s total, never below five, and two at each end only from nine judges on', () => {
    const nine = 'A J1:1 J2:2 J3:3 J4:4 J5:5 J6:6 J7:7 J8:8 J9:99';
    const four = 'B J1:1 J2:2 J3:3 J4:10';
    expect(order(ratings([nine, four]), 'trimmed', 2)).toEqual(['A 5', 'B 4']);
    expect(order(ratings([nine.replace('J9:99', ''), four].map((row) => row.trim())), 'trimmed', 2))
      // Eight judges: one at each end.
      .toEqual(['A 4.5', 'B 4']);
  });

  it('reproduces the trimmed totals of the worked example: 22.166667', () => {
    const totals = ratings(['A J1:21.5 J2:22 J3:22.5 J4:22 J5:26']);
    expect(order(totals, 'trimmed')).toEqual(['A 22.166667']);
  });

  it('shares a standing between equal scores and compares at six decimals half-up', () => {
    const table = ratings([
      'A J1:80.1 J2:80.2',
      'B J1:80.2 J2:80.1',
      'C J1:80 J2:80',
      'D J1:90 J2:90',
    ]);
    expect(
      rankEntries(table, { rule: 'mean' }).map(({ id, standing, tied }) => [id, standing, tied]),
    ).toEqual([
      ['D', 1, false],
      ['A', 2, true],
      ['B', 2, true],
      ['C', 4, false],
    ]);
  });

  it('refuses a pair scored twice', () => {
    expect(() => order(ratings(['A J1:1 J1:2']), 'mean')).toThrow(
      new RuleError('ratings.replicates', { judge: 'J1', entry: 'A' }),
    );
  });
});

describe('rankingRobustness', () => {
  it('shows that one judge and the choice of rule decide the second place', () => {
    const result = rankingRobustness(colluded, { rule: 'mean', quota: 2, seed: 7 });
    expect(result.byRule).toEqual([
      { rule: 'trimmed', enters: ['B'], leaves: ['C'] },
      { rule: 'median', enters: ['B'], leaves: ['C'] },
      { rule: 'zscore', enters: ['B'], leaves: ['C'] },
      // The model finds no merit beyond noise here: all three share the first standing.
      { rule: 'calibrated', enters: ['B'], leaves: [] },
    ]);
    expect(result.byJudge).toEqual([
      { judge: 'J1', enters: [], leaves: [] },
      { judge: 'J2', enters: [], leaves: [] },
      { judge: 'J3', enters: [], leaves: [] },
      { judge: 'J4', enters: [], leaves: [] },
      { judge: 'J5', enters: ['B'], leaves: ['C'] },
    ]);
    expect(result.summary).toEqual({
      code: 'robustness.summary.indistinguishable',
      variables: { from: 1, to: 3 },
    });
  });

  it('finds a clear cut between well separated halves', () => {
    const table = ratings(['A J1:90 J2:91', 'B J1:91 J2:89', 'C J1:60 J2:62', 'D J1:61 J2:60']);
    const result = rankingRobustness(table, { rule: 'mean', quota: 2, seed: 1 });
    expect(result.summary).toEqual({ code: 'robustness.summary.clear', variables: { quota: 2 } });
    expect(
      result.ranking.map(({ id, withinQuota, interval }) => [id, withinQuota, interval]),
    ).toEqual([
      ['A', 1, { low: 1, high: 2 }],
      ['B', 1, { low: 1, high: 2 }],
      ['C', 0, { low: 3, high: 4 }],
      ['D', 0, { low: 3, high: 4 }],
    ]);
  });

  it('says that everyone fits when the quota is not short', () => {
    expect(rankingRobustness(colluded, { rule: 'mean', quota: 3, seed: 1 }).summary).toEqual({
      code: 'robustness.summary.everyoneWithin',
      variables: { quota: 3, entries: 3 },
    });
  });

  it('gives the reason where no interval exists', () => {
    const oneJudge = ratings(['A J1:90', 'B J1:80', 'C J1:70']);
    const result = rankingRobustness(oneJudge, { rule: 'mean', quota: 1, seed: 1 });
    expect(result).toMatchObject({
      unsureReason: 'calibration.oneJudge',
      unsureVariables: { id: 'J1' },
    });
    expect(result.ranking[0]).toMatchObject({ id: 'A', interval: null, withinQuota: null });
    expect(result.summary).toEqual({ code: 'robustness.summary.unknown', variables: {} });
    expect(result.byRule.at(-1)).toEqual({
      rule: 'calibrated',
      enters: [],
      leaves: [],
      reason: 'calibration.oneJudge',
      variables: { id: 'J1' },
    });
    expect(result.byJudge).toEqual([
      { judge: 'J1', enters: [], leaves: [], reason: 'ratings.empty', variables: {} },
    ]);
  });

  it('estimates the probability of a place: two equal entries share one place evenly', () => {
    const table = ratings([
      'A J1:80 J2:82 J3:79 J4:81',
      'B J1:82 J2:80 J3:81 J4:79',
      'C J1:50 J2:53 J3:49 J4:51',
    ]);
    const result = rankingRobustness(table, {
      rule: 'mean',
      quota: 1,
      seed: 5,
      replications: 4000,
    });
    const [a, b, c] = ['A', 'B', 'C'].map(
      (id) => result.ranking.find((entry) => entry.id === id)!.withinQuota!,
    );
    // Four standard errors of a half from 4,000 draws.
    expect(Math.abs(a! - 0.5)).toBeLessThan(0.032);
    expect(a! + b!).toBeCloseTo(1, 12);
    expect(c).toBe(0);
  });

  it('simulates the calibrated rule too', () => {
    const result = rankingRobustness(colluded, { rule: 'calibrated', quota: 2, seed: 7 });
    const total = result.ranking.reduce((sum, { withinQuota }) => sum + withinQuota!, 0);
    expect(total).toBeCloseTo(2, 12);
  });

  it.each([
    ['robustness.badQuota', { value: 0 }, { quota: 0 }],
    ['robustness.badDrop', { value: 1.5 }, { drop: 1.5 }],
    ['robustness.badSeed', { value: -1, maximum: 4_294_967_295 }, { seed: -1 }],
    ['robustness.badReplications', { value: 5, minimum: 100 }, { replications: 5 }],
  ])('refuses with %s', (code, variables, wrong) => {
    expect(() =>
      rankingRobustness(colluded, { rule: 'mean', quota: 2, seed: 1, ...wrong }),
    ).toThrow(new RuleError(code, variables));
  });

  it.each<ScoreRule>(['mean', 'trimmed', 'median', 'zscore', 'calibrated'])(
    'same seed, same result under %s, whatever the order of the ratings',
    (rule) => {
      const options = { rule, quota: 2, seed: 42, replications: 100 };
      const expected = rankingRobustness(colluded, options);
      fc.assert(
        fc.property(fc.shuffledSubarray([...colluded], { minLength: 15 }), (shuffled) => {
          expect(rankingRobustness(shuffled, options)).toEqual(expected);
        }),
        { seed: 17, numRuns: 5 },
      );
    },
  );

  it.each<ScoreRule>(['mean', 'trimmed', 'median', 'zscore', 'calibrated'])(
    'a shift and a change of scale of all scores change no standing under %s',
    (rule) => {
      fc.assert(
        fc.property(
          fc.integer({ min: -50, max: 50 }),
          fc.constantFrom(0.5, 2, 10),
          (shift, scale) => {
            const moved = colluded.map((rating) => ({
              ...rating,
              score: shift + scale * rating.score,
            }));
            expect(standings(moved, rule)).toEqual(standings(colluded, rule));
          },
        ),
        { seed: 19, numRuns: 20 },
      );
    },
  );
});
