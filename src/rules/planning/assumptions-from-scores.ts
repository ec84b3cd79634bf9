import { calibrateScores } from '../calibration/calibrate-scores.js';
import type { Rating } from '../calibration/rating.js';
import { DEFAULT_ASSUMPTIONS, type ScoringAssumptions } from './score-model.js';

/**
 * How judges of a past round scored, on a sheet of 100 points: merit, severity and noise from the
 * variance components of the crossed random-effects model. That model knows no scale of a judge's own,
 * so its spread is the documented one and the noise is what the residual leaves beside it.
 *
 * @param highest full points of the sheet that was scored
 * @throws RuleError as `calibrateScores`.
 */
export function assumptionsFromScores(
  ratings: readonly Rating[],
  highest: number,
): ScoringAssumptions {
  const { mu, variance } = calibrateScores(ratings);
  const { scaleDeviation, highestScore } = DEFAULT_ASSUMPTIONS;
  const share = highestScore / highest;
  const interaction = scaleDeviation ** 2 * variance.entry;
  return {
    ...DEFAULT_ASSUMPTIONS,
    meritMean: share * mu,
    meritDeviation: share * Math.sqrt(variance.entry),
    severityDeviation: share * Math.sqrt(variance.judge),
    noiseDeviation: share * Math.sqrt(Math.max(0, variance.residual - interaction)),
  };
}
