import type { Rating } from '../calibration/rating.js';
import { ratings as rows } from '../calibration/worked-cases.fixture.js';
import { RuleError } from '../rule-error.js';
import { ratedPairs } from './rated-pairs.js';
import { seededRandom } from '../assignment/seeded-random.js';
import { membershipOf, rankingRobustness } from './robustness.js';
import { rankEntries } from './robustness-cut-line.js';
import { type ScoreRule, SCORE_RULES, ruleScores } from './rule-scores.js';
import { trialRanking } from './trial-ranking.js';

const table = rows([
  'A J1:80 J2:90 J3:86 J4:88 J5:70',
  'B J1:70 J2:81 J3:75 J4:77 J5:79',
  'C J1:78 J2:83 J3:84 J4:80',
  'D J1:84 J3:75 J4:91 J5:83',
  'E J1:75 J2:84 J3:80 J4:79 J5:81',
  'F J5:88',
]);

describe.each(SCORE_RULES)('the scores of %s without a judge', (rule: ScoreRule) => {
  it.each(['J1', 'J2', 'J3', 'J4', 'J5'])('are those of the other judges alone: %s', (judge) => {
    const pairs = ratedPairs(table);
    const others = ratedPairs(table.filter((one) => one.judge !== judge));
    // How much a judge varies is seen in all of that judge's scores, whoever else is left out.
    const expected = ruleScores(others, { rule }).all;
    const found = ruleScores(pairs, { rule }).without(pairs.judges.indexOf(judge));
    expect(found).toHaveLength(6);
    pairs.entries.forEach((entry, at) => {
      const score = expected[others.entries.indexOf(entry)];
      if (score === undefined) expect(found[at]).toBeNaN();
      else expect(found[at]).toBeCloseTo(score, 6);
    });
  });
});

describe('a score', () => {
  const score = (rule: ScoreRule, row: string, drop?: number) =>
    rankEntries(rows([row]), { rule, drop })[0]!.score;

  it.each<[ScoreRule, string, number | undefined, number]>([
    ['trimmed', 'A a:1 b:2 c:3 d:4', undefined, 2.5],
    ['trimmed', 'A a:1 b:2 c:3 d:4 e:99', undefined, 3],
    ['trimmed', 'A a:1 b:2 c:3 d:4 e:5 f:6 g:7 h:99', 2, 4.5],
    ['trimmed', 'A a:1 b:1 c:3 d:4 e:5 f:6 g:8 h:99 i:99', 2, 5.2],
    ['trimmed', 'A a:1 b:2 c:3 d:4 e:99', 0, 21.8],
    ['median', 'A a:1 b:9', undefined, 5],
    ['median', 'A a:1 b:2 c:9', undefined, 2],
    ['mean', 'A a:1 b:1 c:0', undefined, 0.666667],
    ['mean', 'A a:-1 b:-1 c:0', undefined, -0.666667],
    ['zscore', 'A a:1 b:9', undefined, 0],
  ])('%s of %s, %s dropped, is %d', (rule, row, drop, expected) => {
    expect(score(rule, row, drop)).toBe(expected);
  });
});

describe('ratings', () => {
  it.each<[string, readonly Rating[], RuleError]>([
    ['none', [], new RuleError('ratings.empty')],
    [
      'that are no number',
      rows(['A J1:x']),
      new RuleError('ratings.notFinite', { judge: 'J1', entry: 'A' }),
    ],
    [
      'twice of a pair',
      rows(['A J2:1 J1:1 J2:2']),
      new RuleError('ratings.replicates', { judge: 'J2', entry: 'A' }),
    ],
  ])('%s are refused', (_, ratings, error) => {
    expect(() => ratedPairs(ratings)).toThrow(error);
  });

  it('of one judge cannot do without', () => {
    const pairs = ratedPairs(rows(['A J1:1', 'B J1:2']));
    expect(() => ruleScores(pairs, { rule: 'mean' }).without(0)).toThrow(
      new RuleError('ratings.empty'),
    );
  });

  it('stand by entry, then judge, however they came', () => {
    const pairs = ratedPairs(rows(['B J2:4 J1:3', 'A J3:2 J1:1']));
    expect(pairs.ratings.map(({ score }) => score)).toEqual([1, 2, 3, 4]);
    expect([pairs.entries, pairs.judges]).toEqual([
      ['A', 'B'],
      ['J1', 'J2', 'J3'],
    ]);
    expect([[...pairs.judgeOf], [...pairs.firstOf], pairs.byJudge]).toEqual([
      [0, 2, 0, 1],
      [0, 2, 4],
      [[0, 2], [3], [1]],
    ]);
    expect(pairs.design.ratingCount).toBe(4);
  });

  it('are calibrated once', () => {
    const { calibration } = ratedPairs(table);
    expect(calibration()).toBe(calibration());
  });
});

describe('how sure a ranking is', () => {
  /** So far apart that no draw exchanges them. */
  const apart = rows([
    'A J1:95 J2:94 J3:95',
    'B J1:75 J2:74 J3:74',
    'C J1:55 J2:55 J3:54',
    'D J1:35 J2:34 J3:34',
  ]);
  const options = { rule: 'mean', quota: 2, seed: 7, replications: 100 } as const;

  it('certain where nothing but the order of the merits fits the scores', () => {
    const { ranking, summary, unsureReason, unsureVariables } = rankingRobustness(apart, options);
    expect(ranking.map(({ id, interval, withinQuota }) => [id, interval, withinQuota])).toEqual([
      ['A', { low: 1, high: 1 }, 1],
      ['B', { low: 2, high: 2 }, 1],
      ['C', { low: 3, high: 3 }, 0],
      ['D', { low: 4, high: 4 }, 0],
    ]);
    expect(summary).toEqual({ code: 'robustness.summary.clear', variables: { quota: 2 } });
    expect([unsureReason, unsureVariables]).toEqual([null, {}]);
  });

  it('says that nobody is outside where there are as many places as entries', () => {
    expect(rankingRobustness(apart, { ...options, quota: 4 }).summary).toEqual({
      code: 'robustness.summary.everyoneWithin',
      variables: { quota: 4, entries: 4 },
    });
  });

  it('says why it is unknown, and ranks all the same', () => {
    const result = rankingRobustness(rows(['A J1:9', 'B J1:8', 'C J1:8']), options);
    expect(
      result.ranking.map(({ standing, tied, interval }) => [standing, tied, interval]),
    ).toEqual([
      [1, false, null],
      [2, true, null],
      [2, true, null],
    ]);
    expect([result.unsureReason, result.unsureVariables, result.summary]).toEqual([
      'calibration.oneJudge',
      { id: 'J1' },
      { code: 'robustness.summary.unknown', variables: {} },
    ]);
    expect(result.byJudge).toEqual([
      { judge: 'J1', enters: [], leaves: [], reason: 'ratings.empty', variables: {} },
    ]);
  });

  it('without a cut line there is nothing to enter or to leave', () => {
    const result = rankingRobustness(apart, { ...options, quota: null });
    expect([result.byRule, result.byJudge, result.summary]).toEqual([[], [], null]);
    expect(result.ranking[0]).toMatchObject({ interval: { low: 1, high: 1 }, withinQuota: null });
  });

  it('reports every draw', () => {
    const reports: (readonly [number, number])[] = [];
    rankingRobustness(apart, options, (done, total) => reports.push([done, total]));
    expect(reports).toEqual(Array.from({ length: 100 }, (_, done) => [done, 100]));
  });

  it.each([[{ quota: 1 }], [{ drop: 0 }], [{ seed: 0 }], [{ seed: 4_294_967_295 }]])(
    'takes %j',
    (change) => {
      expect(() => rankingRobustness(apart, { ...options, ...change })).not.toThrow();
    },
  );

  it.each([
    [{ quota: 0 }, 'robustness.badQuota', { value: 0 }],
    [{ drop: -1 }, 'robustness.badDrop', { value: -1 }],
    [
      { seed: 4_294_967_296 },
      'robustness.badSeed',
      { value: 4_294_967_296, maximum: 4_294_967_295 },
    ],
    [{ seed: 0.5 }, 'robustness.badSeed', { value: 0.5, maximum: 4_294_967_295 }],
    [{ replications: 99 }, 'robustness.badReplications', { value: 99, minimum: 100 }],
  ])('refuses %j', (change, code, variables) => {
    expect(() => rankingRobustness(apart, { ...options, ...change })).toThrow(
      new RuleError(code, variables),
    );
  });

  it('tries a ranking without one judge, or with all', () => {
    const trial = { ratings: table, options: { ...options, drop: 1 } };
    const without = trialRanking({ ...trial, without: 'J5' });
    expect([without.without, without.drop]).toEqual(['J5', 1]);
    expect(without.robustness.ranking.map(({ id }) => id)).not.toContain('F');
    const all = trialRanking({ ...trial, without: null });
    expect(all.robustness.ranking).toHaveLength(6);
  });
});

test('the places that cannot be told apart are those whose sets for the whole list reach over the cut line', () => {
  for (let round = 0; round < 40; round += 1) {
    const { below } = seededRandom(round);
    const scores = Array.from({ length: 7 }, (_, at) => {
      const merit = 60 + below(20);
      const given = [1, 2, 3].map((judge) => `J${judge}:${merit + below(12)}`);
      return `E${at} ${given.join(' ')}`;
    });
    const quota = 1 + below(6);
    const options = { rule: 'mean', quota, seed: round, replications: 100 } as const;
    const { ranking, summary } = rankingRobustness(rows(scores), options);
    const over = ranking.flatMap(({ listSet }, at) => {
      const { low, high } = listSet!;
      const expected = high <= quota ? 'surelyIn' : low > quota ? 'surelyOut' : 'cannotBeTold';
      expect(membershipOf(listSet, quota)).toBe(expected);
      return expected === 'cannotBeTold' ? [at + 1] : [];
    });
    const first = Math.min(quota, ...over);
    const last = Math.max(quota + 1, ...over);
    expect(summary!.variables).toEqual(over.length > 0 ? { from: first, to: last } : { quota });
  }
});

test('nothing is said of membership without a cut line or without sets', () => {
  expect(membershipOf({ low: 1, high: 1 }, null)).toBeNull();
  expect(membershipOf(null, 3)).toBeNull();
  expect(membershipOf(undefined, 3)).toBeNull();
});
