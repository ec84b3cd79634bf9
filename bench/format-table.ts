import type { BenchRow } from './bench-row.js';

const header = ['name', 'value', 'unit', 'reference', 'target', 'ratio', 'met'];
const rightAligned = new Set(['value', 'reference', 'ratio']);

/** Rows as text columns, one line each, figures to four significant digits. */
export function formatTable(rows: readonly BenchRow[]): string {
  const lines = [header, ...rows.map(cellsOf)];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]!.length)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, column, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

function cellsOf(row: BenchRow): string[] {
  return [
    row.name,
    figure(row.value),
    row.unit,
    figure(row.reference),
    row.target,
    figure(row.ratio),
    row.met ? 'yes' : 'NO',
  ];
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column]!;
  return rightAligned.has(header[column]!) ? cell.padStart(width) : cell.padEnd(width);
}
