import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { calibrateScores } from '../calibration/calibrate-scores.js';
import type { Rating } from '../calibration/rating.js';
import { type Progress, unheard } from '../progress.js';
import type { RuleOptions } from './robustness-rules.js';
import { entryScorer, ratedPairs } from './robustness-rules.js';

export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

export interface RankSureness {
  /** 5 % and 95 % quantiles of the entry's simulated rank. */
  readonly interval: RankInterval;
  /** Share of simulations with a rank within the quota; null without a quota. */
  readonly withinQuota: number | null;
}

export interface BootstrapOptions extends RuleOptions {
  readonly quota: number | null;
  readonly seed: number;
  readonly replications: number;
}

const TAIL = 0.05;

/**
 * Parametric bootstrap of ranks (Efron & Tibshirani 1993, §6.5; for ranks Goldstein & Spiegelhalter
 * 1996): new scores are drawn from the calibrated model, each entry's merit being its calibrated
 * score, judges' severities and residuals fresh normal draws, and ranked by the same rule. Same
 * ratings, options and seed, same result, whatever the order of the ratings.
 *
 * @throws RuleError as `calibrateScores`.
 */
export function bootstrapRanks(
  ratings: readonly Rating[],
  options: BootstrapOptions,
  report: Progress = unheard,
): ReadonlyMap<string, RankSureness> {
  const pairs = ratedPairs(
    ratings.toSorted((a, b) => compare(a.entry, b.entry) || compare(a.judge, b.judge)),
  );
  const calibration = calibrateScores(pairs.ratings);
  const scorer = entryScorer(pairs, options, calibration);
  const normal = normalSource(options.seed);
  const judgeDeviation = Math.sqrt(calibration.variance.judge);
  const residualDeviation = Math.sqrt(calibration.variance.residual);
  const count = pairs.entries.length;
  const histograms = pairs.entries.map(() => new Int32Array(count + 1));
  const simulated = new Float64Array(pairs.ratings.length);
  for (let replication = 0; replication < options.replications; replication += 1) {
    report(replication, options.replications);
    for (const positions of pairs.byJudge) {
      const severity = judgeDeviation * normal();
      for (const position of positions) simulated[position] = severity;
    }
    pairs.byEntry.forEach((positions, entry) => {
      const merit = calibration.entries[entry]!.adjusted;
      for (const position of positions)
        simulated[position]! += merit + residualDeviation * normal();
    });
    const scores = scorer(simulated);
    const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    order.forEach((entry, above) => {
      histograms[entry]![above + 1]! += 1;
    });
  }
  return new Map(
    pairs.entries.map((id, entry) => [id, sureness(histograms[entry]!, options)] as const),
  );
}

function sureness(histogram: Int32Array, options: BootstrapOptions): RankSureness {
  const { quota, replications } = options;
  let below = 0;
  let low = 0;
  let high = 0;
  let inside = 0;
  histogram.forEach((frequency, rank) => {
    below += frequency;
    if (low === 0 && below > TAIL * replications) low = rank;
    if (high === 0 && below >= (1 - TAIL) * replications) high = rank;
    if (quota !== null && rank <= quota) inside = below;
  });
  return {
    interval: { low, high },
    withinQuota: quota === null ? null : inside / replications,
  };
}

/** Standard normal draws by the polar method (Marsaglia & Bray 1964). */
function normalSource(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const u = 2 * uniformFloat64(generator) - 1;
      const v = 2 * uniformFloat64(generator) - 1;
      const square = u * u + v * v;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = v * factor;
        return u * factor;
      }
    }
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
