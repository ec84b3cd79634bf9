/** Rows as aligned text: words left, numbers right with six significant decimals. */
export function textTable(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map(cellText));
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells
    .map((row, line) =>
      row
        .map((cell, at) =>
          typeof rows[line]![at] === 'number'
            ? cell.padStart(widths[at]!)
            : cell.padEnd(widths[at]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellText(value: string | number | null): string {
  if (value === null) return '–';
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return value.toFixed(6);
}
