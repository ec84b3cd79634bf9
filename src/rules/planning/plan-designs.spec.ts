import { ratings } from '../calibration/worked-cases.fixture.js';
import { RuleError } from '../rule-error.js';
import { assumptionsFromScores } from './assumptions-from-scores.js';
import { compareDesigns } from './compare-designs.js';
import { type PlanningTask, planDesigns } from './plan-designs.js';
import { DEFAULT_ASSUMPTIONS } from './score-model.js';

const task: PlanningTask = {
  budget: { applications: 20, winners: 5, judges: 6, sheets: 110, minutes: 15, runs: 5 },
  source: { given: DEFAULT_ASSUMPTIONS },
  seed: '2013',
};

describe('designs that a budget pays for', () => {
  it('are the usual panels and the largest, each scoring all or a part', () => {
    const { designs } = planDesigns(task);
    expect(
      designs.map((one) => [
        one.perApplication,
        one.judges,
        one.sheets,
        one.sheetsPerJudge,
        one.minutesPerJudge,
      ]),
    ).toEqual([
      [3, 3, 60, 20, 300],
      [3, 6, 60, 10, 150],
      [5, 5, 100, 20, 300],
      [5, 6, 100, 17, 255],
    ]);
  });

  it('have the chances of the comparison, and the same ones for the same seed', () => {
    const plan = planDesigns(task);
    const budget = { ...task.budget, sheets: 100, assumptions: DEFAULT_ASSUMPTIONS };
    const same = compareDesigns(budget, '2013').find(
      ({ judges, rule }) => judges === 5 && rule === 'trimmed',
    )!;
    const { recall, favourite, favouriteOfColluder } = same;
    expect(plan.designs[2]!.rules.trimmed).toEqual({ recall, favourite, favouriteOfColluder });
    expect(planDesigns(task)).toEqual(plan);
    expect(planDesigns({ ...task, seed: 'other' }).designs).not.toEqual(plan.designs);
  });

  it('are reported one panel after the other', () => {
    const reports: [number, number][] = [];
    planDesigns(task, (done, total) => reports.push([done, total]));
    expect(reports).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it.each([
    [
      { winners: 21 },
      'planning.numberInvalid',
      { name: 'winners', value: '21', least: 1, most: 20 },
    ],
    [
      { sheets: 19 },
      'planning.numberInvalid',
      { name: 'sheets', value: '19', least: 20, most: Number.MAX_SAFE_INTEGER },
    ],
    [{ runs: 40_000 }, 'planning.tooLarge', { most: 33_333 }],
  ] as const)('refuse %j', (change, code, variables) => {
    expect(() => planDesigns({ ...task, budget: { ...task.budget, ...change } })).toThrow(
      new RuleError(code, variables),
    );
  });
});

describe('assumptions from past scores', () => {
  /** Balanced: mean squares of entries 127, judges 19 and residual 1 give 42, 6 and 1. */
  const past = ratings(['A J1:10 J2:12 J3:14', 'B J1:16 J2:18 J3:20', 'C J1:22 J2:24 J3:29']);

  it('are the variance components on a sheet of 100 points, noise without the scales’ share', () => {
    const found = assumptionsFromScores(past, 50);
    expect(found.meritMean).toBeCloseTo((2 * 55) / 3, 6);
    expect(found.meritDeviation).toBeCloseTo(2 * Math.sqrt(42), 5);
    expect(found.severityDeviation).toBeCloseTo(2 * Math.sqrt(6), 5);
    expect(found.scaleDeviation).toBe(0.15);
    expect(found.noiseDeviation).toBeCloseTo(2 * Math.sqrt(1 - 0.15 ** 2 * 42), 5);
    expect(
      planDesigns({ ...task, source: { past: { ratings: past, highest: 50 } } }),
    ).toMatchObject({
      assumptions: found,
      estimated: true,
    });
  });

  it('are refused where one judge scored alone', () => {
    const source = { past: { ratings: ratings(['A J1:10', 'B J1:12']), highest: 50 } };
    expect(() => planDesigns({ ...task, source })).toThrow(
      new RuleError('calibration.oneJudge', { id: 'J1' }),
    );
  });
});
