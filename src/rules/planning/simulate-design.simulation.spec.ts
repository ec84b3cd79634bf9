import { COMBINATION_RULES } from './combine-scores.js';
import { expectedRescores } from './expected-rescores.js';
import { simulateRules } from './simulate-design.js';

const city = { applications: 60, winners: 10, runs: 400 } as const;

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
