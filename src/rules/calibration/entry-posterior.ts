import type { Calibration } from './calibrate-scores.js';
import type { CrossedDesign } from './crossed-design.js';
import { drawEffects } from './draw-effects.js';
import { fixedCriterion } from './without-judge.js';

/** Writes one draw of all merits, in the order of the entries' ids. */
export type MeritDraw = (merits: Float64Array, normal: () => number) => void;

/**
 * Joint draws of the entries' merits, up to a constant, from their distribution given the scores and
 * the variances of one calibration: its means are the BLUPs, its covariance their prediction error
 * (Henderson 1975; as a posterior Laird & Ware 1982, §3). Without a variance between entries all
 * merits are equal and the draws are lots: independent, so that every order is as likely, as in the
 * limit of a vanishing variance.
 */
export function entryPosterior(
  design: CrossedDesign,
  { variance, mu }: Pick<Calibration, 'variance' | 'mu'>,
): MeritDraw {
  if (variance.entry === 0)
    return (merits, normal) => {
      for (let entry = 0; entry < merits.length; entry += 1) merits[entry] = normal();
    };
  const centred = { ...design, cellMean: design.cellMean.map((mean) => mean - mu) };
  const criterion = fixedCriterion(centred, variance);
  const deviation = Math.sqrt(variance.residual);
  const entriesAreRows = design.rows.name === 'entry';
  const judges = new Float64Array((entriesAreRows ? design.columns : design.rows).ids.length);
  return entriesAreRows
    ? (merits, normal) => drawEffects(criterion, deviation, normal, merits, judges)
    : (merits, normal) => drawEffects(criterion, deviation, normal, judges, merits);
}
