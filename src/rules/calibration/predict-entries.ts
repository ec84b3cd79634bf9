import type { Calibration } from './calibrate-scores.js';
import { crossedDesign } from './crossed-design.js';
import { ProfiledCriterion } from './profiled-criterion.js';
import type { Rating } from './rating.js';

/**
 * Calibrated scores for many sets of scores on the same judge–entry pairs, the variances kept at
 * those of one calibration: the matrix is factored once. The returned function takes one score for
 * each of `ratings`, in their order, and gives mu + BLUP of each entry, sorted by id. Pairs must be
 * distinct.
 */
export function entryPredictor(
  ratings: readonly Rating[],
  variance: Calibration['variance'],
): (scores: Float64Array) => Float64Array {
  // Each cell's "score" is the position of its one rating: the map from ratings to cells.
  const design = crossedDesign(ratings.map((rating, index) => ({ ...rating, score: index })));
  const ratingOfCell = design.cellMean;
  const ratio = {
    entry: variance.entry / variance.residual,
    judge: variance.judge / variance.residual,
  };
  const criterion = new ProfiledCriterion(design);
  criterion.evaluate([ratio[design.rows.name], ratio[design.columns.name]]);
  const entryScore = design.rows.name === 'entry' ? criterion.rowScore : criterion.columnScore;
  return (scores) => {
    criterion.predictFor(ratingOfCell.map((index) => scores[index]!));
    return entryScore.map((score) => criterion.mu + ratio.entry * score);
  };
}
