import { RuleError } from '../rule-error.js';
import { COMBINATION_RULES, COMBINATIONS, type CombinationRule } from './combine-scores.js';
import { compareDesigns } from './compare-designs.js';
import { expectedRescores } from './expected-rescores.js';
import { simulateDesign, simulateRules } from './simulate-design.js';

const city = { applications: 60, winners: 10, runs: 400 } as const;

describe('combining scores', () => {
  const missing = NaN;

  it('gives each rule its textbook value', () => {
    const scores = Float64Array.of(70, 80, 82, 84, 99);
    const value = (rule: CombinationRule) => COMBINATIONS[rule](scores, 5)[0];
    expect(value('mean')).toBe(83);
    expect(value('trimmed')).toBe(82);
    expect(value('median')).toBe(82);
    expect(COMBINATIONS.trimmed(Float64Array.of(1, 2, 3, 6), 4)[0]).toBe(3);
  });

  it('standardises per judge and skips what is missing', () => {
    const scores = Float64Array.of(90, missing, 80, 10, 70, 30);
    const standardised = COMBINATIONS.zScore(scores, 2);
    const step = Math.sqrt(1.5);
    expect(standardised[0]).toBeCloseTo(step, 12);
    expect(standardised[1]).toBeCloseTo(-0.5, 12);
    expect(standardised[2]).toBeCloseTo((1 - step) / 2, 12);
  });

  it('recovers additive effects exactly from a connected partial design', () => {
    const merits = [80, 75, 90];
    const severities = [-3, 1, 2];
    const scores = new Float64Array(9).fill(missing);
    for (const [application, judge] of [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 2],
    ] as const) {
      scores[application * 3 + judge] = merits[application]! + severities[judge]!;
    }
    const fitted = COMBINATIONS.judgeEffect(scores, 3);
    expect(fitted[0]! - fitted[1]!).toBeCloseTo(5, 6);
    expect(fitted[2]! - fitted[0]!).toBeCloseTo(10, 6);
  });
});

/** Published values rest on 120 and 150 runs, ours on 400: three standard errors of the difference. */
describe('share of the true winners found', () => {
  it.each([
    ['random 3 of 12', 12, 3, [0.666, 0.666, 0.634, 0.706, 0.716]],
    ['random 5 of 12', 12, 5, [0.742, 0.72, 0.688, 0.759, 0.763]],
    ['random 7 of 12', 12, 7, [0.777, 0.777, 0.743, 0.809, 0.806]],
    ['the same 5', 5, 5, [0.774, 0.763, 0.719, 0.772, 0.774]],
    ['the same 7', 7, 7, [0.797, 0.781, 0.743, 0.792, 0.797]],
  ] as const)('%s judges per application', (_, judges, perApplication, published) => {
    const outcomes = simulateRules({ ...city, judges, perApplication }, COMBINATION_RULES, 2013);
    for (const [index, { recall }] of outcomes.entries()) {
      expect(Math.abs(recall.value - published[index]!)).toBeLessThan(
        3 * Math.hypot(0.01, recall.standardError),
      );
    }
  });
});

describe('chance of a favourite of true rank 15 to 30', () => {
  it.each([
    [5, 0, [0.053, 0.077, 0.083, 0.055]],
    [5, 1, [0.643, 0.407, 0.358, 0.585]],
    [7, 0, [0.045, 0.057, 0.072, 0.048]],
    [7, 1, [0.41, 0.288, 0.243, 0.377]],
    [9, 0, [0.033, 0.043, 0.052, 0.035]],
    [9, 1, [0.3, 0.215, 0.193, 0.262]],
  ] as const)('%i judges, %i colluding', (judges, colluders, published) => {
    const design = { ...city, runs: 800, judges, perApplication: judges, colluders };
    const outcomes = simulateRules(design, ['mean', 'trimmed', 'median', 'zScore'], 1999);
    for (const [index, { favourite }] of outcomes.entries()) {
      expect(Math.abs(favourite.value - published[index]!)).toBeLessThan(
        3 * Math.hypot(0.02, favourite.standardError),
      );
    }
  });
});

describe('expected re-scores by spread limit', () => {
  it.each([
    [5, [0.14, 0.04, 0.01]],
    [7, [0.26, 0.07, 0.01]],
    [9, [0.36, 0.11, 0.02]],
  ] as const)('%i judges', (judges, published) => {
    const rangeLimits = [0.2, 0.25, 0.3];
    const plan = { applications: 60, judges, rangeLimits, runs: 300 };
    const { byRange, byDeviation } = expectedRescores(plan, 2001);
    expect(byRange.map(({ limit }) => limit)).toEqual(rangeLimits);
    for (const [index, { share }] of byRange.entries()) {
      expect(Math.abs(share - published[index]!)).toBeLessThan(0.025);
    }
    expect(byDeviation).toBeLessThan(0.01);
  });
});

describe('planning', () => {
  const small = { applications: 20, winners: 5, judges: 6, runs: 30 } as const;

  it('replays the same seed and pairs the rules on the same scores', () => {
    const design = { ...small, perApplication: 3 };
    const one = simulateDesign({ ...design, rule: 'median' }, 'seed');
    expect(simulateDesign({ ...design, rule: 'median' }, 'seed')).toEqual(one);
    expect(simulateRules(design, ['mean', 'median'], 'seed')[1]).toEqual(one);
    expect(simulateDesign({ ...design, rule: 'median' }, 'other')).not.toEqual(one);
  });

  it('compares what a budget of sheets buys, best first', () => {
    const designs = compareDesigns({ ...small, sheets: 70 }, 7);
    expect(designs).toHaveLength(10);
    expect(
      new Set(designs.map((one) => `${one.judges}/${one.perApplication}/${one.sheets}`)),
    ).toEqual(new Set(['3/3/60', '6/3/60']));
    const recalls = designs.map(({ recall }) => recall.value);
    expect(recalls).toEqual(recalls.toSorted((left, right) => right - left));
    for (const { favourite, favouriteOfColluder } of designs) {
      expect(favouriteOfColluder.value).toBeGreaterThanOrEqual(favourite.value);
    }
  });

  it.each([
    [{ perApplication: 7 }, 'perApplication', '7', 1, 6],
    [{ winners: 0 }, 'winners', '0', 1, 20],
    [{ runs: 1.5 }, 'runs', '1.5', 1, 1_000_000],
    [{ favouriteRanks: [4, 2] as const }, 'favouriteRanks', '2', 4, 20],
  ])('refuses %j', (change, name, value, least, most) => {
    const design = { ...small, perApplication: 3, rule: 'mean' as const, ...change };
    expect(() => simulateDesign(design, 1)).toThrow(
      new RuleError('planning.numberInvalid', { name, value, least, most }),
    );
  });

  it('refuses a budget that does not reach every application once', () => {
    expect(() => compareDesigns({ ...small, sheets: 19 }, 1)).toThrow(
      /planning.numberInvalid.*sheets/,
    );
  });
});
