import { BARRED, KEPT } from './assignment-model.js';
import { applyCycle, cheapestJoin } from './exchange-cycle.js';
import type { ExchangeGraph } from './exchange-graph.js';
import { partsOf } from './parts-of.js';

/** Search steps are bounded by work, not by a clock, so that the same seed gives the same result. */
const WORK = 1.5e8;
const MOST_STEPS = 4000;

/**
 * The best assignment whose judge–application graph is connected: with the same balance of loads if
 * there is one, else with the least additional unevenness. Returns the given assignment when it is
 * connected already, when there are too few pairs for a connected graph, or when none is found.
 */
export function connectParts(optimum: ExchangeGraph): ExchangeGraph {
  if (partsOf(optimum).count <= 1 || !hasPairsToConnect(optimum)) return optimum;
  const evenOnly = optimum.model.loadUnit / 2;
  return (
    cheapestConnected(optimum, evenOnly) ??
    cheapestConnected(optimum.copy({ ...optimum.model, level: 0 }), Infinity) ??
    optimum
  );
}

interface SearchNode {
  readonly graph: ExchangeGraph;
  /** Cost above the optimum's. */
  readonly added: number;
  /** No connected assignment below this node adds less. */
  readonly leastAdded: number;
}

/**
 * Branch and bound (Land and Doig 1960): the cheapest exchange that joins two parts is either made
 * and pinned, or its pair is ruled out. Any connected assignment differs from the optimum by cycles
 * of exchanges, one of which joins parts, so the cheapest such cycle bounds them all.
 */
function cheapestConnected(optimum: ExchangeGraph, limit: number): ExchangeGraph | undefined {
  const { judges, matchUnit } = optimum.model;
  const base = optimum.pairCost();
  const value = (added: number): number => Math.floor((base + added) / matchUnit);
  let best: SearchNode | undefined;
  const open: SearchNode[] = [{ graph: optimum.copy(), added: 0, leastAdded: 0 }];
  const parts = partsOf(optimum).count;
  let steps = parts + Math.min(MOST_STEPS, Math.ceil(WORK / judges.length ** 3));
  for (let node = open.pop(); node && steps > 0; node = open.pop()) {
    if (best && value(node.leastAdded) >= value(best.added)) continue;
    steps -= 1;
    const { graph, added } = node;
    const { count, part } = partsOf(graph);
    if (count <= 1) {
      best = node;
      continue;
    }
    const join = cheapestJoin(graph, part, limit - added);
    if (!join) continue;
    const leastAdded = added + join.cost;
    const joined = graph.copy();
    applyCycle(joined, join);
    joined.restrict(join.joins.entry, join.joins.judge, KEPT);
    graph.restrict(join.joins.entry, join.joins.judge, BARRED);
    open.push({ graph, added, leastAdded }, { graph: joined, added: leastAdded, leastAdded });
  }
  return best?.graph;
}

/** A connected graph needs at least one pair fewer than it has applications and working judges. */
function hasPairsToConnect({ held, model }: ExchangeGraph): boolean {
  const working = held.filter((entries) => entries.length > 0).length;
  return model.entries.length * model.perEntry >= model.entries.length + working - 1;
}
