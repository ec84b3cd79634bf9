import { RuleError } from '../rule-error.js';
import { checkDesign } from './check-design.js';
import { compareDesigns } from './compare-designs.js';
import { expectedRescores } from './expected-rescores.js';
import { checkPlanning, planDesigns } from './plan-designs.js';
import { DEFAULT_ASSUMPTIONS } from './score-model.js';
import { simulateDesign, simulateRules } from './simulate-design.js';

/** Judges who all see the merits as they are, on a scale so fine that none are equal. */
const exact = {
  ...DEFAULT_ASSUMPTIONS,
  meritMean: 5e8,
  meritDeviation: 1e7,
  severityDeviation: 0,
  scaleDeviation: 0,
  noiseDeviation: 0,
  highestScore: 1e9,
  colluderMalus: 8,
};
const design = {
  applications: 12,
  winners: 3,
  judges: 3,
  perApplication: 2,
  runs: 5,
  assumptions: exact,
};
const certain = (value: number) => ({ value, standardError: 0 });

describe('an outcome that no chance decides', () => {
  it('finds every winner, and no favourite of rank 5 to 9, where judges see the merits', () => {
    expect(simulateRules(design, ['mean', 'median'], 1)).toEqual([
      { recall: certain(1), favourite: certain(0) },
      { recall: certain(1), favourite: certain(0) },
    ]);
  });

  it('finds a favourite who is a winner', () => {
    const deserving = { ...design, favouriteRanks: [1, 3] as const };
    expect(simulateDesign({ ...deserving, rule: 'mean' }, 1).favourite).toEqual(certain(1));
  });

  it('is the favourite of all judges at the cost of one winner, the last', () => {
    const [outcome] = simulateRules({ ...design, colluders: 3 }, ['mean'], 1);
    expect(outcome!.favourite).toEqual(certain(1));
    expect(outcome!.recall.value).toBeCloseTo(2 / 3, 12);
    expect(outcome!.recall.standardError).toBeCloseTo(0, 12);
  });

  it('of one run has no standard error', () => {
    expect(simulateRules({ ...design, runs: 1 }, ['mean'], 1)).toEqual([
      { recall: certain(1), favourite: certain(0) },
    ]);
  });
});

it('the standard error of a share is that of a mean: one of two runs gives a half, give or take a half', () => {
  const twice = { applications: 4, winners: 1, judges: 1, perApplication: 1, runs: 2 };
  const shares = Array.from({ length: 40 }, (_, seed) =>
    simulateRules({ ...twice, favouriteRanks: [1, 1] }, ['mean'], seed).map(({ recall }) => recall),
  ).flat();
  const [none, half, all] = [0, 0.5, 1].map((value) => shares.filter((one) => one.value === value));
  expect(none!.length + half!.length + all!.length).toBe(40);
  expect(half!.length).toBeGreaterThan(0);
  for (const { standardError } of half!) expect(standardError).toBeCloseTo(0.5, 12);
});

describe('expected re-scores', () => {
  // Noise so large that every score is 0 or 100: two judges differ by nothing or by everything.
  const wild = { ...DEFAULT_ASSUMPTIONS, meritMean: 50, noiseDeviation: 1e9 };
  const plan = { applications: 30, judges: 2, rangeLimits: [-0.01, 0, 0.99, 1], runs: 1 };

  it.each([1, 2, 3, 4, 5, 6])('count what is above a limit, seed %i', (seed) => {
    const { byRange, byDeviation } = expectedRescores({ ...plan, assumptions: wild }, seed);
    const apart = byRange[1]!.share;
    expect(apart).toBeGreaterThan(0.2);
    expect(apart).toBeLessThan(0.8);
    expect(byRange).toEqual([
      { limit: -0.01, share: 1 },
      { limit: 0, share: apart },
      { limit: 0.99, share: apart },
      { limit: 1, share: 0 },
    ]);
    // Where most do not differ the median is nothing, and whoever differs is above twice of it.
    expect(byDeviation).toBe(apart < 0.5 ? apart : 0);
  });

  it('are a share of all applications of all runs', () => {
    const sure = { ...plan, rangeLimits: [-1], runs: 7, assumptions: wild };
    expect(expectedRescores(sure, 1).byRange).toEqual([{ limit: -1, share: 1 }]);
  });
});

describe('what can be simulated', () => {
  const most = {
    applications: 100_000,
    winners: 100_000,
    judges: 10_000,
    perApplication: 10_000,
    runs: 1_000_000,
    colluders: 10_000,
    favouriteRanks: [100_000, 100_000] as const,
  };
  const least = {
    applications: 1,
    winners: 1,
    judges: 1,
    perApplication: 1,
    runs: 1,
    colluders: 0,
    favouriteRanks: [1, 1] as const,
  };

  it('reaches from one of each to the most of each', () => {
    expect(() => checkDesign(least)).not.toThrow();
    expect(() => checkDesign(most)).not.toThrow();
  });

  it.each([
    ['applications', 100_001, 1, 100_000],
    ['judges', 10_001, 1, 10_000],
    ['perApplication', 10_001, 1, 10_000],
    ['runs', 1_000_001, 1, 1_000_000],
    ['colluders', 10_001, 0, 10_000],
    ['winners', 100_001, 1, 100_000],
  ])('but not to more %s', (name, value, fewest, limit) => {
    expect(() => checkDesign({ ...most, [name]: value })).toThrow(
      new RuleError('planning.numberInvalid', {
        name,
        value: String(value),
        least: fewest,
        most: limit,
      }),
    );
  });

  it.each([
    [0, 1, '0', 1],
    [100_001, 100_001, '100001', 1],
    [5, 100_001, '100001', 5],
  ])('nor to a favourite of rank %i to %i', (first, last, value, fewest) => {
    expect(() => checkDesign({ ...most, favouriteRanks: [first, last] })).toThrow(
      new RuleError('planning.numberInvalid', {
        name: 'favouriteRanks',
        value,
        least: fewest,
        most: 100_000,
      }),
    );
  });

  it.each([
    [{ applications: 0 }, 'applications', '0', 1, 100_000],
    [{ judges: 1 }, 'judges', '1', 2, 10_000],
    [{ runs: 0 }, 'runs', '0', 1, 1_000_000],
  ])('nor re-scores of %j', (change, name, value, fewest, limit) => {
    const plan = { applications: 2, judges: 2, rangeLimits: [], runs: 1, ...change };
    expect(() => expectedRescores(plan, 1)).toThrow(
      new RuleError('planning.numberInvalid', { name, value, least: fewest, most: limit }),
    );
  });

  it('to re-scores of one application of two judges, once', () => {
    const plan = { applications: 1, judges: 2, rangeLimits: [1], runs: 1 };
    expect(expectedRescores(plan, 1).byRange).toEqual([{ limit: 1, share: 0 }]);
  });
});

describe('a budget', () => {
  const budget = { applications: 20, winners: 5, judges: 6, sheets: 20, minutes: 15, runs: 33_333 };

  it('pays for a calculation of four million cells, and not for more', () => {
    expect(() => checkPlanning(budget)).not.toThrow();
    expect(() => checkPlanning({ ...budget, runs: 33_334 })).toThrow(
      new RuleError('planning.tooLarge', { most: 33_333 }),
    );
  });

  it.each([
    [{ applications: 0 }, 'applications', '0', 1, 100_000],
    [{ judges: 0 }, 'judges', '0', 1, 10_000],
    [{ winners: 0 }, 'winners', '0', 1, 20],
    [{ runs: 0 }, 'runs', '0', 1, 1_000_000],
  ])('refuses %j', (change, name, value, least, most) => {
    const thrown = new RuleError('planning.numberInvalid', { name, value, least, most });
    expect(() => checkPlanning({ ...budget, ...change })).toThrow(thrown);
  });

  it.each([
    [{ judges: 0 }, 'judges', '0', 1, 10_000],
    [{ applications: 0 }, 'applications', '0', 1, 100_000],
  ])('compares nothing with %j', (change, name, value, least, most) => {
    const thrown = new RuleError('planning.numberInvalid', { name, value, least, most });
    expect(() => compareDesigns({ ...budget, runs: 1, ...change }, 1)).toThrow(thrown);
  });

  it('of one sheet an application has one judge, who may be any', () => {
    const { designs } = planDesigns({
      budget: { ...budget, runs: 2 },
      source: { given: exact },
      seed: 's',
    });
    expect(designs.map(({ judges, perApplication }) => [judges, perApplication])).toEqual([
      [1, 1],
      [6, 1],
    ]);
  });

  it('for exactly a usual panel names it once', () => {
    const { designs } = planDesigns({
      budget: { ...budget, sheets: 100, runs: 2 },
      source: { given: exact },
      seed: 's',
    });
    expect(designs.map(({ judges, perApplication }) => [judges, perApplication])).toEqual([
      [3, 3],
      [6, 3],
      [5, 5],
      [6, 5],
    ]);
  });
});
