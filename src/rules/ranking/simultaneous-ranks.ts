import type { RankInterval } from './rank-interval.js';

/** Draws of all merits around their estimates: one row of entries for each replication. */
export interface MeritErrors {
  readonly estimates: Float64Array;
  /** Draw less estimate; entry e of replication r stands at r × entries + e. */
  readonly errors: Float32Array;
}

const LEVEL = 0.9;

/**
 * Sets of ranks that hold for the whole list at once: with a probability of at least 90 % not one of them
 * misses its entry's true rank. An entry counts as better than another where their estimates differ by
 * more than the largest error of any such comparison does in 90 % of the draws; comparisons already
 * decided leave the search, and what is left is asked again (Mogstad, Romano, Shaikh & Wilhelm 2024;
 * stepping down as Romano & Wolf 2005). Differences are not divided by their standard errors: with about
 * as many judges on each entry that changes little, and it takes entries × replications instead of pairs.
 *
 * @returns in the order of the entries; what a single rank interval covers for one entry, these cover for all
 */
export function simultaneousRanks({ estimates, errors }: MeritErrors): readonly RankInterval[] {
  const count = estimates.length;
  const order = Uint32Array.from(estimates.keys()).sort((a, b) => estimates[a]! - estimates[b]!);
  const ascending = Float64Array.from(order, (entry) => estimates[entry]!);
  let reach: Uint32Array = new Uint32Array(count).fill(count);
  for (;;) {
    const margin = largestErrors({ order, reach, errors });
    const next = reachOf(ascending, margin);
    if (next.every((end, place) => end === reach[place])) break;
    reach = next;
  }
  const sets: RankInterval[] = Array.from({ length: count });
  let below = 0;
  for (let place = 0; place < count; place += 1) {
    while (reach[below]! <= place) below += 1;
    sets[order[place]!] = { low: count - reach[place]! + 1, high: count - below };
  }
  return sets;
}

/** For each place the first one whose estimate lies further above it than the margin. */
function reachOf(ascending: Float64Array, margin: number): Uint32Array {
  const reach = new Uint32Array(ascending.length);
  let end = 0;
  for (let place = 0; place < ascending.length; place += 1) {
    while (end < ascending.length && ascending[end]! - ascending[place]! <= margin) end += 1;
    reach[place] = end;
  }
  return reach;
}

/** The margin that in 90 % of the draws no comparison within reach exceeds by its error. */
function largestErrors({
  order,
  reach,
  errors,
}: {
  readonly order: Uint32Array;
  readonly reach: Uint32Array;
  readonly errors: Float32Array;
}): number {
  const count = order.length;
  const largest = new Float64Array(errors.length / count);
  for (let replication = 0; replication < largest.length; replication += 1) {
    const first = replication * count;
    let least = Infinity;
    let seen = 0;
    let most = 0;
    for (let place = 0; place < count; place += 1) {
      for (; seen < reach[place]!; seen += 1) {
        least = Math.min(least, errors[first + order[seen]!]!);
      }
      most = Math.max(most, errors[first + order[place]!]! - least);
    }
    largest[replication] = most;
  }
  return largest.sort()[Math.ceil(LEVEL * largest.length) - 1]!;
}
