import type { NeededFigure } from '../../rules/scoring/needed-figures.js';
import type { RowList } from './row-lists.js';

/** What may be changed now: everything in a draft, the listed items in a correction, else nothing. */
export interface OpenItems {
  readonly everything: boolean;
  readonly keys: ReadonlySet<string>;
}

export const NOTHING_OPEN: OpenItems = { everything: false, keys: new Set() };
export const EVERYTHING_OPEN: OpenItems = { everything: true, keys: new Set() };

export function isAnythingOpen({ everything, keys }: OpenItems): boolean {
  return everything || keys.size > 0;
}

export function isFigureOpen(open: OpenItems, { key }: Pick<NeededFigure, 'key'>): boolean {
  return open.everything || open.keys.has(key);
}

/** A listed indicator opens its text, its rows and its evidence; a figure is listed by its own key. */
export function isTextOpen(open: OpenItems, indicator: string): boolean {
  return open.everything || open.keys.has(indicator) || open.keys.has(`text.${indicator}`);
}

export function isEvidenceOpen(open: OpenItems, indicator: string): boolean {
  return open.everything || open.keys.has(indicator) || open.keys.has(`evidence.${indicator}`);
}

export function areRowsOpen(open: OpenItems, list: Pick<RowList, 'key' | 'indicators'>): boolean {
  const stem = list.key.replace(/s$/, '');
  return (
    open.everything ||
    open.keys.has(list.key) ||
    list.indicators.some((code) => open.keys.has(code)) ||
    [...open.keys].some((key) => key === stem || key.startsWith(`${stem}.`))
  );
}

export function isPenaltyOpen(open: OpenItems): boolean {
  return open.everything || open.keys.has('penaltySelfReport');
}
