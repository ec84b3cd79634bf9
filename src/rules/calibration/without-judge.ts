import { type Calibration, refuseWhatCannotBeFitted } from './calibrate-scores.js';
import { type CrossedDesign, type DesignFactor, forEachCell } from './crossed-design.js';
import { ProfiledCriterion } from './profiled-criterion.js';

/** The design of everyone else's scores, where no judge scored an entry twice. */
export function withoutJudge(design: CrossedDesign, judge: string): CrossedDesign {
  const judgesAreRows = design.rows.name === 'judge';
  const left = (judgesAreRows ? design.rows : design.columns).ids.indexOf(judge);
  const rowCount = new Float64Array(design.rows.ids.length);
  const columnCount = new Float64Array(design.columns.ids.length);
  const cellColumn = new Int32Array(design.ratingCount);
  const cellMean = new Float64Array(design.ratingCount);
  let kept = 0;
  forEachCell(design, (row, column, _count, cell) => {
    if ((judgesAreRows ? row : column) === left) return;
    rowCount[row]! += 1;
    columnCount[column]! += 1;
    cellColumn[kept] = column;
    cellMean[kept] = design.cellMean[cell]!;
    kept += 1;
  });
  const rows = levelsLeft(design.rows, rowCount);
  const columns = levelsLeft(design.columns, columnCount);
  const rowStart = new Int32Array(rows.factor.ids.length + 1);
  rows.factor.counts.forEach((count, row) => {
    rowStart[row + 1] = rowStart[row]! + count;
  });
  return {
    ratingCount: kept,
    rows: rows.factor,
    columns: columns.factor,
    rowStart,
    cellColumn: cellColumn.subarray(0, kept).map((column) => columns.position[column]!),
    cellCount: new Float64Array(kept).fill(1),
    cellMean: cellMean.subarray(0, kept),
    withinCells: 0,
  };
}

/**
 * Calibrated scores with variances known beforehand.
 * @throws RuleError as `refuseWhatCannotBeFitted`
 */
export function predictEntries(
  design: CrossedDesign,
  variance: Calibration['variance'],
): readonly { readonly id: string; readonly adjusted: number }[] {
  refuseWhatCannotBeFitted(design);
  const criterion = fixedCriterion(design, variance);
  const [score, ratio] =
    design.rows.name === 'entry'
      ? [criterion.rowScore, criterion.ratios[0]]
      : [criterion.columnScore, criterion.ratios[1]];
  const { ids } = design.rows.name === 'entry' ? design.rows : design.columns;
  return ids.map((id, entry) => ({ id, adjusted: criterion.mu + ratio * score[entry]! }));
}

/** The criterion of a design, evaluated at given variances. */
export function fixedCriterion(
  design: CrossedDesign,
  variance: Calibration['variance'],
): ProfiledCriterion {
  const criterion = new ProfiledCriterion(design);
  criterion.evaluate([
    variance[design.rows.name] / variance.residual,
    variance[design.columns.name] / variance.residual,
  ]);
  return criterion;
}

function levelsLeft({ name, ids }: DesignFactor, counts: Float64Array) {
  const position = new Int32Array(ids.length);
  let next = 0;
  counts.forEach((count, level) => {
    position[level] = next;
    if (count > 0) next += 1;
  });
  const factor: DesignFactor = {
    name,
    ids: ids.filter((_, level) => counts[level]! > 0),
    counts: counts.filter((count) => count > 0),
  };
  return { factor, position };
}
