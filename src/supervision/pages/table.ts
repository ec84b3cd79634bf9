import type { TableNumbers } from '../../web/component-models.js';

export interface Column {
  readonly label: string;
  readonly unit?: string;
  readonly numeric?: boolean;
}

/** A cell is a text, or a text that leads somewhere. */
export type Cell = string | { readonly text: string; readonly href: string };

export function table(
  id: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): TableNumbers {
  return {
    id,
    caption,
    columns: columns.map(({ label, unit, numeric }) => ({
      label,
      unit: unit ?? null,
      numeric: numeric ?? false,
    })),
    rows: rows.map((cells) => ({
      cutLine: false,
      cells: cells.map((cell, at) => ({
        text: typeof cell === 'string' ? cell : cell.text,
        href: typeof cell === 'string' ? null : cell.href,
        numeric: columns[at]?.numeric ?? false,
      })),
    })),
    totals: null,
  };
}
