import { calibrateScores } from '../calibration/calibrate-scores.js';
import { ratings as rows } from '../calibration/worked-cases.fixture.js';
import { normalSampler } from '../planning/normal-sampler.js';
import { rankDraws } from './rank-draws.js';
import { rankingRobustness } from './robustness.js';

describe('without a difference between entries', () => {
  // Every entry has the same mean.
  const level = rows([
    'A J1:80 J2:82 J3:84',
    'B J1:82 J2:84 J3:80',
    'C J1:84 J2:80 J3:82',
    'D J1:81 J2:83 J3:82',
  ]);

  it('the lot decides instead of the alphabet, and the reason says so', () => {
    expect(calibrateScores(level).variance.entry).toBe(0);
    const result = rankingRobustness(level, {
      rule: 'calibrated',
      quota: 2,
      seed: 3,
      replications: 4000,
    });
    for (const { interval, withinQuota } of result.ranking) {
      expect(interval).toEqual({ low: 1, high: 4 });
      // Four standard errors of a half from 4,000 draws.
      expect(Math.abs(withinQuota! - 0.5)).toBeLessThan(0.032);
    }
    expect(result.unsureReason).toBe('robustness.noEntryVariance');
    expect(result.summary).toEqual({
      code: 'robustness.summary.indistinguishable',
      variables: { from: 1, to: 4 },
    });
  });
});

describe('rankDraws', () => {
  it('ranks from the highest down; equal values share the best of their ranks', () => {
    const ranks = new Uint32Array(6);
    rankDraws(6)(Float64Array.of(3, 9, 3, -1, 1e9, 3), ranks);
    expect([...ranks]).toEqual([3, 2, 3, 6, 1, 3]);
    rankDraws(6)(new Float64Array(6).fill(2), ranks);
    expect([...ranks]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('agrees with counting who is higher', () => {
    const { normal } = normalSampler('ranks');
    const rank = rankDraws(200);
    for (let round = 0; round < 20; round += 1) {
      const values = Float64Array.from({ length: 200 }, () => Math.round(normal(0, 40)));
      const ranks = new Uint32Array(200);
      rank(values, ranks);
      expect([...ranks]).toEqual(
        Array.from(values, (value) => 1 + values.filter((other) => other > value).length),
      );
    }
  });
});
