import { entryPosterior } from '../calibration/entry-posterior.js';
import { normalSampler } from '../planning/normal-sampler.js';
import { type Progress, unheard } from '../progress.js';
import { rankDraws } from './rank-draws.js';
import type { RatedPairs } from './rated-pairs.js';

export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

export interface RankSureness {
  /** 5 % and 95 % quantiles of the entry's rank by merit. */
  readonly interval: RankInterval;
  /** Probability of a rank within the quota; null without a quota. */
  readonly withinQuota: number | null;
}

export interface IntervalOptions {
  readonly quota: number | null;
  readonly seed: number;
  readonly replications: number;
}

const TAIL = 0.05;

/**
 * Where the entries stand by merit, given the scores: joint draws of all merits, each ranked
 * (Laird & Louis 1989; Goldstein & Spiegelhalter 1996). The intervals speak of the entries and not of
 * a rule: whatever rule made the list, they say where its entries belong. Same ratings, options and
 * seed, same result.
 *
 * @throws RuleError as `calibrateScores`.
 */
export function rankIntervals(
  pairs: RatedPairs,
  { quota, seed, replications }: IntervalOptions,
  report: Progress = unheard,
): ReadonlyMap<string, RankSureness> {
  const draw = entryPosterior(pairs.design, pairs.calibration());
  const sampler = normalSampler(seed);
  const normal = () => sampler.normal(0, 1);
  const count = pairs.entries.length;
  const merits = new Float64Array(count);
  const rank = rankDraws(count);
  const drawn = new Uint32Array(count);
  const ranks = pairs.entries.map(() => new Uint32Array(replications));
  for (let replication = 0; replication < replications; replication += 1) {
    report(replication, replications);
    draw(merits, normal);
    rank(merits, drawn);
    for (let entry = 0; entry < count; entry += 1) ranks[entry]![replication] = drawn[entry]!;
  }
  return new Map(pairs.entries.map((id, entry) => [id, sureness(ranks[entry]!.sort(), quota)]));
}

function sureness(ascending: Uint32Array, quota: number | null): RankSureness {
  const { length } = ascending;
  const outside = quota === null ? -1 : ascending.findIndex((rank) => rank > quota);
  return {
    interval: {
      low: ascending[Math.floor(TAIL * length)]!,
      high: ascending[Math.ceil((1 - TAIL) * length) - 1]!,
    },
    withinQuota: quota === null ? null : (outside === -1 ? length : outside) / length,
  };
}
