import type { ProfiledCriterion } from './profiled-criterion.js';

/**
 * Writes one joint draw of the effects given the scores and the ratios evaluated last. The mean is
 * drawn first, the columns given the mean, the rows given both; any mean is as likely beforehand.
 * Only until the criterion's `derivatives`, which consume the factor.
 *
 * @param deviation of the residuals
 * @param normal standard normal draws
 */
export function drawEffects(
  criterion: ProfiledCriterion,
  deviation: number,
  normal: () => number,
  rows: Float64Array,
  columns: Float64Array,
): void {
  const { design, cholesky, columnScore, columnOne, rowSum, shrink, mu } = criterion;
  const [rowRatio, columnRatio] = criterion.ratios;
  const shift = (deviation * normal()) / Math.sqrt(criterion.oneInverseOne);
  for (let column = 0; column < columns.length; column += 1) columns[column] = normal();
  cholesky.solveTransposedFactor(columns);
  const columnDeviation = deviation * Math.sqrt(columnRatio);
  for (let column = 0; column < columns.length; column += 1)
    columns[column] =
      columnDeviation * columns[column]! +
      columnRatio * (columnScore[column]! - shift * columnOne[column]!);
  const { rowStart, cellColumn, cellCount } = design;
  for (let row = 0; row < rows.length; row += 1) {
    let left = rowSum[row]! - design.rows.counts[row]! * (mu + shift);
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell += 1)
      left -= cellCount[cell]! * columns[cellColumn[cell]!]!;
    const share = rowRatio * shrink[row]!;
    rows[row] = share * left + deviation * Math.sqrt(share) * normal();
  }
}
