import type { Band } from './scoring.js';

/** A table of bands as the office types it: from the best down, the last one takes the rest. */
export interface BandRow {
  /** Null for the rest. */
  readonly edge: number | null;
  readonly points: number;
}

export function bandRows(bands: readonly Band[], closed: 'low' | 'high'): readonly BandRow[] {
  return bands.map((band, at) => {
    const last = at === bands.length - 1;
    const edge = (closed === 'low' ? band.low : band.high) ?? null;
    return { edge: last ? null : edge, points: band.points };
  });
}

/**
 * Bands that lie side by side whatever was typed. A range below the entry condition keeps its mark
 * while it stays the last.
 */
export function bandsOf(
  rows: readonly BandRow[],
  closed: 'low' | 'high',
  before: readonly Band[],
): readonly Band[] {
  const ineligible = before.at(-1)?.ineligible;
  return rows.map(({ edge, points }, at) => {
    const above = rows[at - 1]?.edge ?? undefined;
    const [near, far] = closed === 'low' ? (['low', 'high'] as const) : (['high', 'low'] as const);
    return {
      ...(edge === null ? {} : { [near]: edge }),
      ...(above === undefined ? {} : { [far]: above }),
      points,
      ...(at === rows.length - 1 && ineligible ? { ineligible } : {}),
    };
  });
}

/** Edges fall from the best band on, or rise where less is better. */
export function edgesInOrder(rows: readonly BandRow[], closed: 'low' | 'high'): boolean {
  const edges = rows.flatMap(({ edge }) => edge ?? []);
  return edges.every((edge, at) => {
    const next = edges[at + 1];
    return next === undefined || (closed === 'low' ? next < edge : next > edge);
  });
}
