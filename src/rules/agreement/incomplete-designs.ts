import { type Calibration, calibrateScores } from '../calibration/calibrate-scores.js';
import type { Rating } from '../calibration/rating.js';
import { RuleError } from '../rule-error.js';
import type { IntraclassForm } from './intraclass-form.js';
import { midRanks } from './mid-ranks.js';
import { type RatingGrid, scoresByJudge, typicalPanel } from './rating-grid.js';
import type { UndefinedCoefficient } from './undefined-coefficient.js';

const NO_COMPONENTS = { reason: 'agreement.undefined.noComponents' } as const;

/**
 * The intraclass correlations where not every judge scored every entry, from variance components:
 * those of two ways by REML (McGraw & Wong 1996 for the ratios; ten Hove, Jorgensen & van der Ark
 * 2022 for incomplete designs), that of one way by the analysis of variance of unequal groups
 * (Searle, Casella & McCulloch 1992, §3.6). The mean of k judges takes the harmonic mean of the
 * numbers of scores for k. With a complete design and no negative component the values are those of
 * the mean squares.
 */
export function intraclassFromComponents(
  grid: RatingGrid,
): { readonly values: Readonly<Record<IntraclassForm, number>> } | UndefinedCoefficient {
  const variance = componentsOf(
    grid.rows.flatMap((row, entry) =>
      row.map(({ judge, score }) => ({ entry: String(entry), judge: String(judge), score })),
    ),
  );
  if (variance === null) return NO_COMPONENTS;
  const { entry, judge, residual } = variance;
  const k = typicalPanel(grid);
  const oneWay = oneWayComponents(grid);
  return {
    values: {
      ICC1: oneWay.entry / (oneWay.entry + oneWay.within),
      ICC2: entry / (entry + judge + residual),
      ICC3: entry / (entry + residual),
      ICC1k: oneWay.entry / (oneWay.entry + oneWay.within / k),
      ICC2k: entry / (entry + (judge + residual) / k),
      ICC3k: entry / (entry + residual / k),
    },
  };
}

/**
 * Kendall's W = (1 + (k − 1)·r)/k (Kendall & Gibbons 1990, §6.4) where not every judge scored every
 * entry: r, the correlation of two judges' ranks, is the ICC3 by REML of the ranks within each judge,
 * as a share of the judge's number of entries (as in Skillings & Mack 1981), and k is the harmonic
 * mean of the numbers of scores.
 */
export function concordanceFromComponents(
  grid: RatingGrid,
): { readonly w: number } | UndefinedCoefficient {
  const ranked = scoresByJudge(grid).flatMap((scores, judge) => {
    // A single entry has no rank among others.
    if (scores.length < 2) return [];
    const { ranks } = midRanks(scores.map(({ score }) => score));
    return scores.map(({ entry }, at) => ({
      entry: String(entry),
      judge: String(judge),
      // Ranks know no severity. A step between judges makes the model fit each judge's own mean.
      score: judge + ranks[at]! / (scores.length + 1),
    }));
  });
  const variance = componentsOf(ranked);
  if (variance === null) return NO_COMPONENTS;
  const counts = new Map<string, number>();
  for (const { entry } of ranked) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const k = counts.size / [...counts.values()].reduce((sum, count) => sum + 1 / count, 0);
  const r = variance.entry / (variance.entry + variance.residual);
  return { w: (1 + (k - 1) * r) / k };
}

function componentsOf(ratings: readonly Rating[]): Calibration['variance'] | null {
  try {
    return calibrateScores(ratings).variance;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return null;
  }
}

function oneWayComponents({ rows }: RatingGrid) {
  const means = rows.map((row) => row.reduce((sum, { score }) => sum + score, 0) / row.length);
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const grand = rows.reduce((sum, row, entry) => sum + row.length * means[entry]!, 0) / total;
  let between = 0;
  let within = 0;
  rows.forEach((row, entry) => {
    between += row.length * (means[entry]! - grand) ** 2;
    for (const { score } of row) within += (score - means[entry]!) ** 2;
  });
  const meanWithin = within / (total - rows.length);
  const meanBetween = between / (rows.length - 1);
  const typical =
    (total - rows.reduce((sum, row) => sum + row.length ** 2, 0) / total) / (rows.length - 1);
  return { entry: (meanBetween - meanWithin) / typical, within: meanWithin };
}
