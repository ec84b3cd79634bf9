import { calibrateScores } from './calibrate-scores.js';
import { calibrationFindings } from './calibration-findings.js';
import { bothVariancesZero, incomplete, penicillin } from './worked-cases.fixture.js';

function codes(ratings: typeof incomplete) {
  return calibrationFindings(ratings, calibrateScores(ratings)).map(({ code }) => code);
}

describe('calibrationFindings', () => {
  it('says that a complete design is not reordered', () => {
    expect(calibrationFindings(penicillin, calibrateScores(penicillin))).toEqual([
      { code: 'calibration.finding.completeDesign', variables: { entries: 24, judges: 6 } },
    ]);
  });

  it('says so of a design in which every pair stands twice, and not when one does', () => {
    expect(codes([...penicillin, ...penicillin])).toEqual(['calibration.finding.completeDesign']);
    expect(codes([...penicillin, penicillin[0]!])).toEqual(['calibration.finding.applied']);
  });

  it('says which variance is zero', () => {
    expect(codes(bothVariancesZero)).toEqual([
      'calibration.finding.noJudgeVariance',
      'calibration.finding.noEntryVariance',
    ]);
  });

  it('gives the largest shift of an entry otherwise', () => {
    const calibration = calibrateScores(incomplete);
    const [finding] = calibrationFindings(incomplete, calibration);
    expect(finding!.code).toBe('calibration.finding.applied');
    const e12 = calibration.entries.find(({ id }) => id === 'E12')!;
    const shifts = calibration.entries.map(({ mean, adjusted }) => Math.abs(mean - adjusted));
    expect(finding!.variables.largestShift).toBe(Math.max(...shifts));
    expect(e12.mean).toBeCloseTo(84.6666667, 6);
  });
});
