import { RuleError } from '../rule-error.js';
import { calibrateScores } from './calibrate-scores.js';
import type { Rating } from './rating.js';
import {
  bothVariancesZero,
  entryVarianceZero,
  incomplete,
  judgeVarianceZero,
  penicillin,
  ratings,
  replicated,
} from './worked-cases.fixture.js';

/** Reference figures: lme4 1.1-31 on R 4.2.2, optimizer bobyqa with rhoend 1e-12. */
const cases: readonly WorkedCase[] = [
  {
    name: 'an incomplete, unbalanced design',
    ratings: incomplete,
    variance: [14.35928618, 3.578174896, 13.21193407],
    mu: 76.6103242473,
    logLikelihood: -106.646755476,
    entry: ['E08', -4.896805732, 1.946156591],
    judge: ['J3', -2.276410902, 1.252944712],
  },
  {
    name: 'pairs scored more than once',
    ratings: replicated,
    variance: [36.6991235893, 26.5552803234, 3.74180013221],
    mu: 83.8045796413,
    logLikelihood: -66.4531574683,
    entry: ['E06', 10.306733248, 2.11315861],
    judge: ['J4', 5.959585968, 1.900492945],
  },
  {
    name: 'a judge variance on the boundary',
    ratings: judgeVarianceZero,
    variance: [11.5681170893, 0, 14.8594641443],
    mu: 79.4501585286,
    logLikelihood: -80.9875538215,
    entry: ['E05', -5.449964524, 1.862303874],
    judge: ['J1', 0, 0],
  },
  {
    name: 'an entry variance on the boundary',
    ratings: entryVarianceZero,
    variance: [0, 18.6995815726, 16.0712928329],
    mu: 81.4123230219,
    logLikelihood: -81.4392676201,
    entry: ['E05', 0, 0],
    judge: ['J4', -5.711122312, 1.429978217],
  },
  {
    name: 'both variances on the boundary',
    ratings: bothVariancesZero,
    variance: [0, 0, 13.6335978836],
    mu: 80.8214285714,
    logLikelihood: -75.2466945662,
    entry: ['E05', 0, 0],
    judge: ['J4', 0, 0],
  },
];

interface WorkedCase {
  readonly name: string;
  readonly ratings: readonly Rating[];
  readonly variance: readonly [entry: number, judge: number, residual: number];
  readonly mu: number;
  readonly logLikelihood: number;
  /** Id, BLUP, conditional standard deviation. */
  readonly entry: readonly [string, number, number];
  readonly judge: readonly [string, number, number];
}

describe('calibrateScores', () => {
  it.each(cases)('equals lme4 on $name', (worked) => {
    const result = calibrateScores(worked.ratings);
    const [entryVariance, judgeVariance, residual] = worked.variance;
    expectRelative(result.variance.entry, entryVariance);
    expectRelative(result.variance.judge, judgeVariance);
    expectRelative(result.variance.residual, residual);
    expect(result.mu).toBeCloseTo(worked.mu, 6);
    expect(result.logLikelihood).toBeCloseTo(worked.logLikelihood, 7);
    const entry = result.entries.find(({ id }) => id === worked.entry[0])!;
    expect(entry.adjusted - result.mu).toBeCloseTo(worked.entry[1], 6);
    expect(entry.se).toBeCloseTo(worked.entry[2], 6);
    const judge = result.judges.find(({ id }) => id === worked.judge[0])!;
    expect(-judge.severity).toBeCloseTo(worked.judge[1], 6);
    expect(judge.se).toBeCloseTo(worked.judge[2], 6);
  });

  it('gives the exact optimum on the Penicillin data, where balance makes REML the analysis of variance', () => {
    const { n, mu, variance, logLikelihood, entries, judges } = calibrateScores(penicillin);
    const [plate, sample, residual] = meanSquares(penicillin);
    expect(n).toBe(144);
    expect(mu).toBeCloseTo(22.97222222222222, 12);
    expect(variance.entry).toBeCloseTo((plate - residual) / 6, 8);
    expect(variance.judge).toBeCloseTo((sample - residual) / 24, 7);
    expect(variance.residual).toBeCloseTo(residual, 9);
    expect(logLikelihood).toBeCloseTo(-165.4302945, 7);
    expect(entries[6]).toMatchObject({ id: 'g', n: 6 });
    expect(entries[6]!.adjusted - mu).toBeCloseTo(-1.37551572, 6);
    expect(entries[6]!.se).toBeCloseTo(0.2713594, 6);
    expect(judges[5]).toMatchObject({ id: 'F', n: 24 });
    expect(judges[5]!.severity).toBeCloseTo(3.00374417, 6);
    expect(judges[5]!.se).toBeCloseTo(0.2021707, 6);
  });

  it('agrees with the figures lme4 prints for Penicillin as far as its default optimiser carries them', () => {
    const { variance } = calibrateScores(penicillin);
    expect(Math.abs(variance.entry / 0.71690514 - 1)).toBeLessThan(5e-6);
    expect(Math.abs(variance.judge / 3.73113184 - 1)).toBeLessThan(6e-5);
    expect(Math.abs(variance.residual / 0.30241496 - 1)).toBeLessThan(2e-6);
  });

  it.each<[string, Record<string, string | number>, readonly string[]]>([
    ['calibration.oneJudge', { id: 'J1' }, ['A J1:80', 'B J1:70']],
    ['calibration.oneEntry', { id: 'A' }, ['A J1:80', 'A J2:70']],
    [
      'calibration.unconnected',
      { parts: 2, entries: 'C', judges: 'J3, J4' },
      ['A J1:80', 'A J2:82', 'B J1:70', 'B J2:75', 'C J3:90', 'C J4:91'],
    ],
    ['calibration.tooFew', { count: 3, minimum: 4 }, ['A J1:80 J2:82', 'B J1:70']],
    ['calibration.noVariation', {}, ['A J1:80', 'A J2:80', 'B J1:80', 'B J2:80']],
    [
      'calibration.noResidual',
      {},
      ['A J1:80', 'A J2:82', 'B J1:70', 'B J2:72', 'C J1:76', 'C J2:78'],
    ],
    ['ratings.empty', {}, []],
    ['ratings.notFinite', { judge: 'J1', entry: 'A' }, ['A J1:NaN', 'A J2:80', 'B J1:80']],
  ])('refuses with %s', (code, variables, rows) => {
    expect(() => calibrateScores(ratings(rows))).toThrow(new RuleError(code, variables));
  });
});

function expectRelative(actual: number, expected: number) {
  if (expected === 0) expect(actual).toBe(0);
  else expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-6);
}

function mean(scores: readonly number[]): number {
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** Mean squares of the balanced two-way layout without replicates: entry, judge, residual. */
function meanSquares(table: readonly Rating[]): readonly [number, number, number] {
  const grand = mean(table.map(({ score }) => score));
  const between = (key: 'entry' | 'judge') => {
    const ids = [...new Set(table.map((rating) => rating[key]))];
    const squares = ids.map((id) => {
      const group = table.filter((rating) => rating[key] === id);
      return group.length * (mean(group.map(({ score }) => score)) - grand) ** 2;
    });
    return [squares.reduce((a, b) => a + b, 0), ids.length - 1] as const;
  };
  const [entry, entryFreedom] = between('entry');
  const [judge, judgeFreedom] = between('judge');
  const all = table.reduce((sum, { score }) => sum + (score - grand) ** 2, 0);
  return [
    entry / entryFreedom,
    judge / judgeFreedom,
    (all - entry - judge) / (entryFreedom * judgeFreedom),
  ];
}
