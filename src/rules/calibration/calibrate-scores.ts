import { RuleError } from '../rule-error.js';
import { partsOfDesign } from './comparable-parts.js';
import type { CrossedDesign, DesignFactor } from './crossed-design.js';
import { crossedDesign, forEachCell } from './crossed-design.js';
import type { Rating } from './rating.js';
import { maximiseRestrictedLikelihood } from './restricted-maximum-likelihood.js';

/** Scores in points, variances in points²; entries and judges sorted by id. */
export interface Calibration {
  /** Number of ratings. */
  readonly n: number;
  readonly mu: number;
  /** REML log-likelihood with lme4's constant. */
  readonly logLikelihood: number;
  readonly variance: { readonly entry: number; readonly judge: number; readonly residual: number };
  readonly entries: readonly CalibratedEntry[];
  readonly judges: readonly CalibratedJudge[];
}

export interface CalibratedEntry {
  readonly id: string;
  readonly n: number;
  /** Plain mean of the entry's ratings. */
  readonly mean: number;
  /** mu + the entry's BLUP. */
  readonly adjusted: number;
  readonly se: number;
}

export interface CalibratedJudge {
  readonly id: string;
  readonly n: number;
  /** −(the judge's BLUP): positive for a judge who scores low. */
  readonly severity: number;
  readonly se: number;
}

/** The dense system is this many levels wide at most: 200 MB and some 20 seconds a step. */
const LARGEST_SYSTEM = 5000;
const LONGEST_LIST = 20;

/**
 * Separates merit from severity: score = mu + entry + judge + residual with crossed random effects,
 * fitted by REML (Bates, Mächler, Bolker & Walker 2015). Standard errors are the conditional standard
 * deviations of the effects given the variances, as lme4's `ranef(condVar = TRUE)`. Replicates count.
 *
 * @throws RuleError `calibration.oneEntry`, `calibration.oneJudge`, `calibration.unconnected` (with
 *   the number of parts and who is outside the largest), `calibration.tooFew` (an additive table would
 *   fit that few ratings exactly, so no error can be estimated), `calibration.noVariation`,
 *   `calibration.noResidual`, `calibration.notConverged`, `calibration.tooLarge`, and those of
 *   `crossedDesign`.
 */
export function calibrateScores(ratings: readonly Rating[]): Calibration {
  return calibrateDesign(crossedDesign(ratings));
}

/** @throws RuleError as `calibrateScores` */
export function calibrateDesign(design: CrossedDesign): Calibration {
  refuseWhatCannotBeFitted(design);
  const { design: scaled, centre, unit } = standardised(design);
  const { criterion, deviance } = maximiseRestrictedLikelihood(scaled);
  const freedom = design.ratingCount - 1;
  const residual = (criterion.residualSumOfSquares / freedom) * unit * unit;
  const conditional = criterion.conditionalVariances();
  const mu = centre + unit * criterion.mu;
  const rows: FactorEffects = {
    factor: design.rows,
    ratio: criterion.ratios[0],
    effect: criterion.rowScore.map((score) => unit * criterion.ratios[0] * score),
    se: conditional.rows.map((ratio) => Math.sqrt(ratio * residual)),
  };
  const columns: FactorEffects = {
    factor: design.columns,
    ratio: criterion.ratios[1],
    effect: criterion.columnScore.map((score) => unit * criterion.ratios[1] * score),
    se: conditional.columns.map((ratio) => Math.sqrt(ratio * residual)),
  };
  const [entry, judge] = design.rows.name === 'entry' ? [rows, columns] : [columns, rows];
  const means = entryMeans(design);
  return {
    n: design.ratingCount,
    mu,
    logLikelihood: -0.5 * (deviance + 2 * freedom * Math.log(unit)),
    variance: {
      entry: entry.ratio * residual,
      judge: judge.ratio * residual,
      residual,
    },
    entries: entry.factor.ids.map((id, index) => ({
      id,
      n: entry.factor.counts[index]!,
      mean: means[index]!,
      adjusted: mu + entry.effect[index]!,
      se: entry.se[index]!,
    })),
    judges: judge.factor.ids.map((id, index) => ({
      id,
      n: judge.factor.counts[index]!,
      severity: 0 - judge.effect[index]!,
      se: judge.se[index]!,
    })),
  };
}

interface FactorEffects {
  readonly factor: DesignFactor;
  readonly ratio: number;
  readonly effect: Float64Array;
  readonly se: Float64Array;
}

/** @throws RuleError as `calibrateScores`, but for what only the search finds */
export function refuseWhatCannotBeFitted(design: CrossedDesign): void {
  for (const { name, ids } of [design.rows, design.columns])
    if (ids.length === 1)
      throw new RuleError(name === 'entry' ? 'calibration.oneEntry' : 'calibration.oneJudge', {
        id: ids[0]!,
      });
  const parts = partsOfDesign(design);
  if (parts.length > 1)
    throw new RuleError('calibration.unconnected', {
      parts: parts.length,
      entries: listed(parts.slice(1).flatMap(({ entries }) => entries)),
      judges: listed(parts.slice(1).flatMap(({ judges }) => judges)),
    });
  const fewest = design.rows.ids.length + design.columns.ids.length;
  if (design.ratingCount < fewest)
    throw new RuleError('calibration.tooFew', { count: design.ratingCount, minimum: fewest });
  if (design.columns.ids.length > LARGEST_SYSTEM)
    throw new RuleError('calibration.tooLarge', {
      levels: design.columns.ids.length,
      limit: LARGEST_SYSTEM,
    });
}

/** Names for a sentence; `comparableParts` has them all. */
function listed(ids: readonly string[]): string {
  return ids.length > LONGEST_LIST ? `${ids.slice(0, LONGEST_LIST).join(', ')}, …` : ids.join(', ');
}

/** Centres the scores at their mean and divides by their standard deviation, for full precision. */
function standardised(design: CrossedDesign) {
  const { cellMean, cellCount, ratingCount, withinCells } = design;
  const centre =
    cellMean.reduce((sum, mean, cell) => sum + mean * cellCount[cell]!, 0) / ratingCount;
  const sum = cellMean.reduce(
    (sofar, mean, cell) => sofar + cellCount[cell]! * (mean - centre) ** 2,
    withinCells,
  );
  const unit = Math.sqrt(sum / (ratingCount - 1));
  if (!(unit > 1e-12 * Math.abs(centre))) throw new RuleError('calibration.noVariation');
  return {
    centre,
    unit,
    design: {
      ...design,
      cellMean: cellMean.map((mean) => (mean - centre) / unit),
      withinCells: withinCells / (unit * unit),
    },
  };
}

function entryMeans(design: CrossedDesign): Float64Array {
  const byRow = design.rows.name === 'entry';
  const { ids, counts } = byRow ? design.rows : design.columns;
  const sums = new Float64Array(ids.length);
  forEachCell(design, (row, column, count, cell) => {
    sums[byRow ? row : column]! += count * design.cellMean[cell]!;
  });
  return sums.map((sum, index) => sum / counts[index]!);
}
