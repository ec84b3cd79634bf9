import type { CrossedDesign } from './crossed-design.js';
import { crossedDesign, forEachCell } from './crossed-design.js';
import type { Rating } from './rating.js';

/** Entries and judges linked, directly or through others, by ratings. */
export interface ComparablePart {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
}

/**
 * The connected components of the judge–entry graph, the one with most entries first. Scores of
 * different parts have no judge in common, so no statistics can compare them.
 */
export function comparableParts(ratings: readonly Rating[]): readonly ComparablePart[] {
  return partsOfDesign(crossedDesign(ratings));
}

export function partsOfDesign(design: CrossedDesign): readonly ComparablePart[] {
  const { rows, columns } = design;
  const rowCount = rows.ids.length;
  const parent = Int32Array.from({ length: rowCount + columns.ids.length }, (_, index) => index);
  forEachCell(design, (row, column) => {
    parent[root(parent, row)] = root(parent, rowCount + column);
  });
  const parts = new Map<number, { entry: string[]; judge: string[] }>();
  for (let node = 0; node < parent.length; node += 1) {
    const key = root(parent, node);
    const part = parts.get(key) ?? { entry: [], judge: [] };
    parts.set(key, part);
    if (node < rowCount) part[rows.name].push(rows.ids[node]!);
    else part[columns.name].push(columns.ids[node - rowCount]!);
  }
  return [...parts.values()]
    .map((part) => ({ entries: part.entry, judges: part.judge }))
    .sort(
      (a, b) => b.entries.length - a.entries.length || (a.entries[0]! < b.entries[0]! ? -1 : 1),
    );
}

function root(parent: Int32Array, node: number): number {
  while (parent[node] !== node) {
    parent[node] = parent[parent[node]!]!;
    node = parent[node]!;
  }
  return node;
}
