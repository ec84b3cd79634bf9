import type { AssignmentModel } from './assignment-model.js';
import { evenLevel, loadPrice, lowestBelowLevel } from './even-level.js';
import { ExchangeGraph, NOBODY } from './exchange-graph.js';

export interface FilledPlaces {
  readonly graph: ExchangeGraph;
  /** Dual value of each judge; with `sink` it proves the assignment optimal (`matchBound`). */
  readonly potential: Float64Array;
}

/**
 * Fills the open places of all entries at least cost by successive shortest paths with potentials
 * (Edmonds and Karp 1972; Ahuja, Magnanti and Orlin 1993, section 9.7): least sum of squared loads
 * first, cost of the pairs second. A place that cannot be filled stays open; the others are still as
 * many as possible.
 */
export function fillPlaces(model: AssignmentModel): FilledPlaces {
  // With loads free up to the even level most paths are one step long. Where conflicts or
  // organisations forbid even loads the level comes down to what they allow.
  let level = evenLevel(model);
  for (;;) {
    const filled = fillAtLevel({ ...model, level });
    const { held, seated } = filled.graph;
    if (seated.some((places) => places < model.perEntry)) return filled;
    const loads = held.map((entries) => entries.length);
    const lowest = lowestBelowLevel(filled.graph.model, loads);
    if (lowest === undefined) return filled;
    level = lowest;
  }
}

function fillAtLevel(model: AssignmentModel): FilledPlaces {
  const graph = ExchangeGraph.of(model);
  const search = new PathSearch(graph);
  for (let entry = 0; entry < model.entries.length; entry += 1) {
    while (graph.seated[entry]! < model.perEntry && search.reach(entry)) search.augment(entry);
  }
  return { graph, potential: search.potential };
}

class PathSearch {
  /** One per judge, then the sink. */
  readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly before: Int32Array;
  private readonly settled: Uint8Array;
  private last = NOBODY;

  constructor(private readonly graph: ExchangeGraph) {
    const judgeCount = graph.model.judges.length;
    this.potential = initialPotential(graph);
    this.distance = new Float64Array(judgeCount);
    this.before = new Int32Array(judgeCount);
    this.settled = new Uint8Array(judgeCount);
  }

  /** Dijkstra's search from an entry over the judges to the cheapest one with room. */
  reach(entry: number): boolean {
    const { distance, settled } = this;
    this.start(entry);
    let nearest = Infinity;
    this.last = NOBODY;
    for (;;) {
      const judge = this.closest();
      if (judge === NOBODY || distance[judge]! >= nearest) break;
      settled[judge] = 1;
      const toSink = distance[judge]! + this.sinkCost(judge);
      if (toSink < nearest) {
        nearest = toSink;
        this.last = judge;
      }
      this.relax(judge);
    }
    if (this.last === NOBODY) return false;
    this.reprice(nearest);
    return true;
  }

  /** Moves applications along the path found, from its far end back to the entry. */
  augment(entry: number): void {
    const { graph } = this;
    let judge = this.last;
    for (let from = this.before[judge]!; from !== NOBODY; from = this.before[judge]!) {
      graph.exchange(graph.carrier[from * graph.model.judges.length + judge]!, from, judge);
      judge = from;
    }
    graph.seat(entry, judge);
  }

  private start(entry: number): void {
    const { cost, judges } = this.graph.model;
    this.settled.fill(0);
    this.before.fill(NOBODY);
    for (let judge = 0; judge < judges.length; judge += 1) {
      this.distance[judge] = this.graph.admits(entry, judge, NOBODY)
        ? cost[entry * judges.length + judge]! - this.potential[judge]!
        : Infinity;
    }
  }

  private closest(): number {
    let [closest, least] = [NOBODY, Infinity];
    for (let judge = 0; judge < this.settled.length; judge += 1) {
      if (this.settled[judge] === 0 && this.distance[judge]! < least) {
        least = this.distance[judge]!;
        closest = judge;
      }
    }
    return closest;
  }

  private relax(from: number): void {
    const { distance, potential, before, settled } = this;
    const { weight } = this.graph;
    const judgeCount = settled.length;
    const base = distance[from]! + potential[from]!;
    for (let to = 0; to < judgeCount; to += 1) {
      if (settled[to] === 1) continue;
      const candidate = base + weight[from * judgeCount + to]! - potential[to]!;
      if (candidate < distance[to]!) {
        distance[to] = candidate;
        before[to] = from;
      }
    }
  }

  private sinkCost(judge: number): number {
    const { capacity } = this.graph.model;
    const load = this.graph.load(judge);
    if (load >= capacity[judge]!) return Infinity;
    return loadPrice(this.graph.model, load) + this.potential[judge]! - this.potential.at(-1)!;
  }

  /** Keeps every exchange's reduced cost at or above zero for the next search. */
  private reprice(nearest: number): void {
    for (let judge = 0; judge < this.settled.length; judge += 1) {
      if (this.distance[judge]! < nearest)
        this.potential[judge]! += this.distance[judge]! - nearest;
    }
  }
}

/** Existing work starts the loads unevenly; these values make the empty network's arcs admissible. */
function initialPotential(graph: ExchangeGraph): Float64Array {
  const { judges } = graph.model;
  const potential = new Float64Array(judges.length + 1);
  for (let judge = 0; judge < judges.length; judge += 1) {
    potential[judge] = -loadPrice(graph.model, graph.load(judge));
  }
  return potential;
}
