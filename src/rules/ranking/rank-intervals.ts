import { entryPosterior } from '../calibration/entry-posterior.js';
import { normalSampler } from '../planning/normal-sampler.js';
import { type Progress, unheard } from '../progress.js';
import { rankDraws } from './rank-draws.js';
import type { RankInterval } from './rank-interval.js';
import type { RatedPairs } from './rated-pairs.js';
import { simultaneousRanks } from './simultaneous-ranks.js';

export interface RankSureness {
  /** 5 % and 95 % quantiles of the entry's rank by merit. */
  readonly interval: RankInterval;
  /** Where it belongs when all entries are to be told at once. */
  readonly listSet: RankInterval;
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
  const { standard } = normalSampler(seed);
  const count = pairs.entries.length;
  const merits = new Float64Array(count);
  // Without noise a draw is the mean of all draws.
  draw(merits, () => 0);
  const estimates = merits.slice();
  const errors = new Float32Array(count * replications);
  const rank = rankDraws(count);
  const drawn = new Uint32Array(count);
  const Ranks = count < 65_536 ? Uint16Array : Uint32Array;
  const ranks = pairs.entries.map(() => new Ranks(replications));
  for (let replication = 0; replication < replications; replication += 1) {
    report(replication, replications);
    draw(merits, standard);
    rank(merits, drawn);
    for (let entry = 0; entry < count; entry += 1) {
      ranks[entry]![replication] = drawn[entry]!;
      errors[replication * count + entry] = merits[entry]! - estimates[entry]!;
    }
  }
  const summarise = surenessOf(count, quota);
  const listSets = simultaneousRanks({ estimates, errors });
  return new Map(
    pairs.entries.map((id, entry) => [
      id,
      { ...summarise(ranks[entry]!), listSet: listSets[entry]! },
    ]),
  );
}

/**
 * Counts how often each rank was drawn instead of sorting the draws: the ranks of an entry lie close
 * together, and there are ten thousand entries.
 */
function surenessOf(
  count: number,
  quota: number | null,
): (drawn: Uint16Array | Uint32Array) => Omit<RankSureness, 'listSet'> {
  const times = new Uint32Array(count + 1);
  return (drawn) => {
    let first = count;
    let last = 1;
    let within = 0;
    for (const rank of drawn) {
      times[rank]! += 1;
      if (rank < first) first = rank;
      if (rank > last) last = rank;
      if (quota !== null && rank <= quota) within += 1;
    }
    const { length } = drawn;
    const low = rankAt(times, first, Math.floor(TAIL * length));
    const high = rankAt(times, first, Math.ceil((1 - TAIL) * length) - 1);
    times.fill(0, first, last + 1);
    return { interval: { low, high }, withinQuota: quota === null ? null : within / length };
  };
}

/** The rank at a place, from 0, of the draws in ascending order. */
function rankAt(times: Uint32Array, first: number, place: number): number {
  let rank = first;
  for (let before = times[rank]!; before <= place; before += times[rank]!) rank += 1;
  return rank;
}
