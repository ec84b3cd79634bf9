import { jest } from '@jest/globals';
import { RuleError } from '../rule-error.js';
import { calibrateScores } from './calibrate-scores.js';
import { type CrossedDesign, crossedDesign } from './crossed-design.js';
import { ProfiledCriterion } from './profiled-criterion.js';
import type { Rating } from './rating.js';
import { maximiseRestrictedLikelihood } from './restricted-maximum-likelihood.js';
import * as worked from './worked-cases.fixture.js';

/** The start and the grid of 25 points, and the best of them once more, with its factor. */
const SCAN = 27;

function evaluations(design: CrossedDesign): number {
  const spy = jest.spyOn(ProfiledCriterion.prototype, 'evaluate');
  try {
    maximiseRestrictedLikelihood(design);
    return spy.mock.calls.length;
  } finally {
    jest.restoreAllMocks();
  }
}

/** Scores without a random generator: merit, severity and error are sines of their numbers. */
function waves(entries: number, judges: number, [merit, severity, error]: readonly number[]) {
  return Array.from({ length: entries * judges }, (_, at): Rating[] => {
    const [entry, judge] = [Math.floor(at / judges), at % judges];
    if (judge > 0 && (entry * 7 + judge * 5) % 3 === 0) return [];
    const score =
      75 +
      merit! * Math.sin(entry * 12.9898) +
      severity! * Math.sin(judge * 78.233) +
      error! * Math.sin(at * 37.719);
    return [{ entry: `E${String(entry).padStart(3, '0')}`, judge: `J${judge}`, score }];
  }).flat();
}

describe('the search for the highest likelihood', () => {
  // A balanced design starts at its maximum; the others need the steps of a quasi-Newton method.
  it.each<[string, readonly Rating[], number]>([
    ['penicillin', worked.penicillin, 0],
    ['both variances on the boundary', worked.bothVariancesZero, 0],
    ['an entry variance on the boundary', worked.entryVarianceZero, 5],
    ['a judge variance on the boundary', worked.judgeVarianceZero, 4],
    ['an incomplete design', worked.incomplete, 6],
    ['pairs scored more than once', worked.replicated, 7],
  ])('of %s takes few steps', (_, ratings, most) => {
    expect(evaluations(crossedDesign(ratings)) - SCAN).toBeLessThanOrEqual(most);
  });

  it.each([
    [[6, 3, 2], 10],
    [[6, 0.2, 4], 10],
    [[0.3, 4, 3], 9],
    [[8, 8, 0.5], 12],
    [[0.1, 0.1, 5], 9],
    [[20, 1, 1], 13],
    [[1, 20, 1], 11],
  ])(
    'of scores that vary by %j takes few steps, and ends where the deviance is lowest',
    (by, most) => {
      const design = crossedDesign(waves(12, 5, by));
      expect(evaluations(design) - SCAN).toBeLessThanOrEqual(most);
      expectMinimum(design);
    },
  );

  it('of more than a thousand scores starts at the moments and scans no grid', () => {
    const design = crossedDesign(waves(300, 5, [6, 3, 4]));
    expect(design.ratingCount).toBeGreaterThan(1000);
    expect(evaluations(design)).toBeLessThanOrEqual(6);
    expectMinimum(design);
  });

  it.each([
    ['every judge gives an entry the same', ['A J1:80 J2:80', 'B J1:90 J2:90', 'C J1:70 J2:70']],
    [
      'all give the same but for one entry',
      ['A J1:80 J2:80 J3:80', 'B J1:80 J2:80 J3:80', 'C J1:81 J2:81 J3:81', 'D J1:80 J2:80 J3:80'],
    ],
    [
      'they differ by less than a thousandth of the scores',
      ['A J1:80 J2:80.001', 'B J1:90.001 J2:90', 'C J1:70 J2:70.001'],
    ],
  ])('has no error to find where %s', (_, rows) => {
    expect(() => calibrateScores(worked.ratings(rows))).toThrow(
      new RuleError('calibration.noResidual'),
    );
  });

  it('finds the error of a hundredth of a point', () => {
    const rows = ['A J1:80 J2:80.01', 'B J1:90.01 J2:90', 'C J1:70 J2:70.01'];
    // Half the squared differences, 0.01² / 2, for each of three pairs of two judges who do not differ.
    expect(calibrateScores(worked.ratings(rows)).variance.residual).toBeCloseTo(0.00005, 9);
  });
});

/** Nowhere near the end is the deviance lower, and no step of a hundred-thousandth leads down. */
function expectMinimum(design: CrossedDesign) {
  const { criterion, deviance } = maximiseRestrictedLikelihood(design);
  const { ratios } = criterion;
  const at = new ProfiledCriterion(design);
  expect(at.evaluate(ratios)).toBeCloseTo(deviance, 9);
  for (const [rows, columns] of [
    [1e-3, 0],
    [-1e-3, 0],
    [0, 1e-3],
    [0, -1e-3],
    [1e-3, 1e-3],
    [1e-3, -1e-3],
  ] as const) {
    const beside = [ratios[0] * (1 + rows), ratios[1] * (1 + columns)] as const;
    expect(at.evaluate(beside)).toBeGreaterThanOrEqual(deviance - 1e-9);
  }
  at.evaluate(ratios);
  at.derivatives().gradient.forEach((slope, factor) => {
    if (ratios[factor]! > 0) expect(Math.abs(slope * ratios[factor]!)).toBeLessThan(1e-5);
    else expect(slope).toBeGreaterThanOrEqual(0);
  });
}
