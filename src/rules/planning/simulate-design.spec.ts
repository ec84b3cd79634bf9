import { RuleError } from '../rule-error.js';
import { COMBINATIONS, type CombinationRule } from './combine-scores.js';
import { compareDesigns } from './compare-designs.js';
import { simulateDesign, simulateRules } from './simulate-design.js';

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

describe('planning', () => {
  const small = { applications: 20, winners: 5, judges: 6, runs: 5 } as const;

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
