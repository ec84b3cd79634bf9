import { BARRED, KEPT } from './assignment-model.js';
import { applyCycle, cheapestJoin } from './exchange-cycle.js';
import type { ExchangeGraph } from './exchange-graph.js';
import { partsOf } from './parts-of.js';

/** Search steps are bounded by work, not by a clock, so that the same seed gives the same result. */
const WORK = 1.5e8;
const MOST_STEPS = 4000;

/**
 * The best assignment whose judge–application graph is connected, with the same balance of loads, by
 * branch and bound (Land and Doig 1960): the cheapest exchange that joins two parts is either made
 * and pinned, or its pair is ruled out. Any connected assignment differs from the given optimum by
 * cycles of exchanges, one of which joins parts, so the cheapest such cycle bounds them all. Returns
 * the given assignment when no connected one is found.
 */
export function connectParts(optimum: ExchangeGraph): ExchangeGraph {
  const size = optimum.model.judges.length;
  const { count } = partsOf(optimum);
  if (count <= 1 || !hasPairsToConnect(optimum)) return optimum;
  let connected: ExchangeGraph | undefined;
  let match = -1;
  const open = [{ graph: optimum.copy(), highestMatch: Infinity }];
  let steps = count + Math.min(MOST_STEPS, Math.ceil(WORK / size ** 3));
  for (let node = open.pop(); node && steps > 0; node = open.pop()) {
    if (node.highestMatch <= match) continue;
    steps -= 1;
    const { graph } = node;
    const parts = partsOf(graph);
    if (parts.count <= 1) {
      connected = graph;
      match = graph.match();
      continue;
    }
    const join = cheapestJoin(graph, parts.part);
    if (!join) continue;
    const highestMatch = graph.match(join.cost);
    const joined = graph.copy();
    applyCycle(joined, join);
    joined.restrict(join.joins.entry, join.joins.judge, KEPT);
    graph.restrict(join.joins.entry, join.joins.judge, BARRED);
    open.push({ graph, highestMatch }, { graph: joined, highestMatch });
  }
  return connected ?? optimum;
}

/** A connected graph needs at least one pair fewer than it has applications and working judges. */
function hasPairsToConnect({ held, model }: ExchangeGraph): boolean {
  const working = held.filter((entries) => entries.length > 0).length;
  return model.entries.length * model.perEntry >= model.entries.length + working - 1;
}
