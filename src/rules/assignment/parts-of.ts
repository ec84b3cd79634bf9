import type { ExchangeGraph } from './exchange-graph.js';

export interface Parts {
  /** Connected parts of the judge–application graph; a judge without applications is not one. */
  readonly count: number;
  /** A judge of each judge's part. */
  readonly part: Int32Array;
}

/** Judges who share an application, directly or through others, are in one part. */
export function partsOf(graph: ExchangeGraph): Parts {
  const { entries, judges } = graph.model;
  const parent = Int32Array.from(judges, (_, judge) => judge);
  const root = (judge: number): number => {
    let top = judge;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]!]!;
      top = parent[top]!;
    }
    return top;
  };
  for (let entry = 0; entry < entries.length; entry += 1) {
    const [first = 0, ...others] = graph.judgesOf(entry);
    for (const judge of others) parent[root(judge)] = root(first);
  }
  const part = Int32Array.from(judges, (_, judge) => root(judge));
  const working = new Set<number>();
  for (const [judge, held] of graph.held.entries()) if (held.length > 0) working.add(part[judge]!);
  return { count: working.size, part };
}
