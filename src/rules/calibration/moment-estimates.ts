import type { CrossedDesign } from './crossed-design.js';
import { forEachCell, sumByLevel } from './crossed-design.js';
import type { VarianceRatios } from './profiled-criterion.js';

/**
 * Variance ratios by equating four sums of squares to their expectations (Henderson 1953, method I).
 * They cost one pass over the cells and start the likelihood search near its optimum; a negative or
 * undefined estimate comes back as 0.
 */
export function momentEstimates(design: CrossedDesign): VarianceRatios {
  const { ratingCount: n, rows, columns, cellMean } = design;
  const rowSum = new Float64Array(rows.ids.length);
  const columnSum = new Float64Array(columns.ids.length);
  let [grand, all, rowInColumns, columnInRows] = [0, design.withinCells, 0, 0];
  sumByLevel(design, cellMean, rowSum, columnSum);
  forEachCell(design, (row, column, count, cell) => {
    grand += count * cellMean[cell]!;
    all += count * cellMean[cell]! ** 2;
    columnInRows += (count * count) / rows.counts[row]!;
    rowInColumns += (count * count) / columns.counts[column]!;
  });
  const correction = (grand * grand) / n;
  const between = (sums: Float64Array, counts: Float64Array) =>
    sums.reduce((sum, value, level) => sum + (value * value) / counts[level]!, 0) - correction;
  const spread = (counts: Float64Array) =>
    counts.reduce((sum, count) => sum + count * count, 0) / n;
  const rowSpread = spread(rows.counts);
  const columnSpread = spread(columns.counts);
  const [rowVariance, columnVariance, residual] = solveThree(
    [
      [n - rowSpread, columnInRows - columnSpread, rowSum.length - 1],
      [rowInColumns - rowSpread, n - columnSpread, columnSum.length - 1],
      [n - rowSpread, n - columnSpread, n - 1],
    ],
    [between(rowSum, rows.counts), between(columnSum, columns.counts), all - correction],
  );
  const ratio = (variance: number) =>
    residual > 0 && variance > 0 && Number.isFinite(variance / residual) ? variance / residual : 0;
  return [ratio(rowVariance), ratio(columnVariance)];
}

type Triple = readonly [number, number, number];

/** Cramer's rule. */
function solveThree([a, b, c]: readonly [Triple, Triple, Triple], right: Triple): Triple {
  const columns: readonly [Triple, Triple, Triple] = [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
  const determinant = tripleProduct(...columns);
  return [
    tripleProduct(right, columns[1], columns[2]) / determinant,
    tripleProduct(columns[0], right, columns[2]) / determinant,
    tripleProduct(columns[0], columns[1], right) / determinant,
  ];
}

function tripleProduct(a: Triple, b: Triple, c: Triple): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    a[1] * (b[0] * c[2] - b[2] * c[0]) +
    a[2] * (b[0] * c[1] - b[1] * c[0])
  );
}
