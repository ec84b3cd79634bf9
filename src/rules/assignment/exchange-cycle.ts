import { loadPrice } from './even-level.js';
import { type ExchangeGraph, NOBODY } from './exchange-graph.js';

/** Judges in the order in which applications are handed on; `sink` steps shift the loads. */
export interface ExchangeCycle {
  readonly judges: readonly number[];
  readonly cost: number;
  /** The pair that joins two parts: the first step's application with the judge who takes it. */
  readonly joins: { readonly entry: number; readonly judge: number };
}

/**
 * The cheapest cycle of exchanges in which an application goes to a judge of another part, or
 * nothing when none costs less than the limit. Of equal cycles the shortest, which never moves one
 * application twice. All-pairs shortest paths after Floyd (1962) on judges and sink.
 */
export function cheapestJoin(
  graph: ExchangeGraph,
  part: Int32Array,
  limit: number,
): ExchangeCycle | undefined {
  const judgeCount = part.length;
  const size = judgeCount + 1;
  const paths = new ShortestPaths(graph, size);
  let [from, to, least, leastSteps] = [NOBODY, NOBODY, limit, 0];
  for (let giver = 0; giver < judgeCount; giver += 1) {
    for (let taker = 0; taker < judgeCount; taker += 1) {
      if (part[giver] === part[taker]) continue;
      const back = taker * size + giver;
      const cost = graph.weight[giver * judgeCount + taker]! + paths.cost[back]!;
      const steps = paths.steps[back]!;
      if (cost > least || (cost === least && (from === NOBODY || steps >= leastSteps))) continue;
      [from, to, least, leastSteps] = [giver, taker, cost, steps];
    }
  }
  if (from === NOBODY) return undefined;
  const entry = graph.carrier[from * judgeCount + to]!;
  return {
    judges: [from, ...paths.between(to, from)],
    cost: least,
    joins: { entry, judge: to },
  };
}

/** Hands every application of the cycle on. */
export function applyCycle(graph: ExchangeGraph, { judges }: ExchangeCycle): void {
  const judgeCount = graph.model.judges.length;
  const moves = judges.slice(1).map((to, step) => {
    const from = judges[step]!;
    const throughSink = from === judgeCount || to === judgeCount;
    return { from, to, entry: throughSink ? NOBODY : graph.carrier[from * judgeCount + to]! };
  });
  for (const { entry, from, to } of moves) {
    if (entry !== NOBODY) graph.exchange(entry, from, to);
  }
}

class ShortestPaths {
  readonly cost: Float64Array;
  readonly steps: Int32Array;
  private readonly next: Int32Array;

  constructor(
    graph: ExchangeGraph,
    private readonly size: number,
  ) {
    this.cost = arcCosts(graph, size);
    this.steps = new Int32Array(size * size).fill(1);
    this.next = Int32Array.from({ length: size * size }, (_, arc) => arc % size);
    for (let node = 0; node < size; node += 1) this.steps[node * (size + 1)] = 0;
    for (let middle = 0; middle < size; middle += 1) this.improveThrough(middle);
  }

  /** The nodes from `start` to `end`, both included. */
  between(start: number, end: number): number[] {
    const nodes = [start];
    for (let node = start; node !== end;) {
      node = this.next[node * this.size + end]!;
      nodes.push(node);
    }
    return nodes;
  }

  private improveThrough(middle: number): void {
    const { cost, next, size, steps } = this;
    for (let from = 0; from < size; from += 1) {
      const first = from * size + middle;
      if (cost[first] === Infinity || from === middle) continue;
      for (let to = 0; to < size; to += 1) {
        const arc = from * size + to;
        const second = middle * size + to;
        const through = cost[first]! + cost[second]!;
        if (through > cost[arc]!) continue;
        const length = steps[first]! + steps[second]!;
        if (through === cost[arc]! && length >= steps[arc]!) continue;
        if (through === Infinity) continue;
        cost[arc] = through;
        steps[arc] = length;
        next[arc] = next[first]!;
      }
    }
  }
}

/** Exchanges between judges, and through the sink the price of shifting one load to another judge. */
function arcCosts(graph: ExchangeGraph, size: number): Float64Array {
  const { model } = graph;
  const sink = size - 1;
  const cost = new Float64Array(size * size).fill(Infinity);
  for (let from = 0; from < sink; from += 1) {
    for (let to = 0; to < sink; to += 1) {
      cost[from * size + to] = graph.weight[from * sink + to]!;
    }
    const load = graph.load(from);
    if (load < model.capacity[from]!) cost[from * size + sink] = loadPrice(model, load);
    if (load > 0) cost[sink * size + from] = -loadPrice(model, load - 1);
  }
  for (let node = 0; node < size; node += 1) cost[node * (size + 1)] = 0;
  return cost;
}
