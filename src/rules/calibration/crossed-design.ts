import { RuleError } from '../rule-error.js';
import type { Rating } from './rating.js';

/**
 * Ratings gathered by (entry, judge) cell and stored row by row of the factor with more levels, so
 * that the mixed model can eliminate that factor. Levels are sorted by id and cells by (row, column):
 * every figure computed from a design is the same whatever the order of the ratings.
 */
export interface CrossedDesign {
  readonly ratingCount: number;
  readonly rows: DesignFactor;
  readonly columns: DesignFactor;
  /** Cells of row r are the indices rowStart[r] … rowStart[r + 1] − 1. */
  readonly rowStart: Int32Array;
  readonly cellColumn: Int32Array;
  readonly cellCount: Float64Array;
  readonly cellMean: Float64Array;
  /** Sum of squares of the replicates around their cell means, in points². */
  readonly withinCells: number;
}

export interface DesignFactor {
  readonly name: 'entry' | 'judge';
  readonly ids: readonly string[];
  readonly counts: Float64Array;
}

/**
 * @throws RuleError `ratings.empty` without ratings, `ratings.notFinite` for a score that is no
 *   finite number.
 */
export function crossedDesign(ratings: readonly Rating[]): CrossedDesign {
  if (ratings.length === 0) throw new RuleError('ratings.empty');
  const entries = indexLevels(ratings.map((rating) => rating.entry));
  const judges = indexLevels(ratings.map((rating) => rating.judge));
  const entriesAreRows = entries.ids.length >= judges.ids.length;
  const [rowLevels, columnLevels] = entriesAreRows ? [entries, judges] : [judges, entries];
  const cells = gatherCells(ratings, rowLevels, columnLevels);
  return {
    ratingCount: ratings.length,
    rows: factor(entriesAreRows ? 'entry' : 'judge', rowLevels),
    columns: factor(entriesAreRows ? 'judge' : 'entry', columnLevels),
    ...cells,
  };
}

export function forEachCell(
  design: CrossedDesign,
  visit: (row: number, column: number, count: number, cell: number) => void,
): void {
  const { rowStart, cellColumn, cellCount } = design;
  for (let row = 0; row + 1 < rowStart.length; row += 1)
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell += 1)
      visit(row, cellColumn[cell]!, cellCount[cell]!, cell);
}

/** Sums of the scores of each row and column, for any scores of the design's cells. */
export function sumByLevel(
  design: CrossedDesign,
  cellMean: Float64Array,
  rowSum: Float64Array,
  columnSum: Float64Array,
): void {
  rowSum.fill(0);
  columnSum.fill(0);
  forEachCell(design, (row, column, count, cell) => {
    rowSum[row]! += count * cellMean[cell]!;
    columnSum[column]! += count * cellMean[cell]!;
  });
}

interface Levels {
  readonly ids: readonly string[];
  /** Level index of each rating. */
  readonly of: Int32Array;
}

function indexLevels(names: readonly string[]): Levels {
  const ids = [...new Set(names)].sort();
  const position = new Map(ids.map((id, index) => [id, index]));
  return { ids, of: Int32Array.from(names, (name) => position.get(name)!) };
}

function factor(name: 'entry' | 'judge', levels: Levels): DesignFactor {
  const counts = new Float64Array(levels.ids.length);
  for (const level of levels.of) counts[level]! += 1;
  return { name, ids: levels.ids, counts };
}

function gatherCells(ratings: readonly Rating[], rows: Levels, columns: Levels) {
  const scores = Float64Array.from(ratings, (rating) => rating.score);
  ratings.forEach((rating) => {
    if (!Number.isFinite(rating.score))
      throw new RuleError('ratings.notFinite', { judge: rating.judge, entry: rating.entry });
  });
  const width = columns.ids.length;
  const keys = Float64Array.from(rows.of, (row, index) => row * width + columns.of[index]!);
  const order = Array.from(keys.keys()).sort(
    (a, b) => keys[a]! - keys[b]! || scores[a]! - scores[b]!,
  );
  const cellColumn: number[] = [];
  const cellCount: number[] = [];
  const cellMean: number[] = [];
  const rowStart = new Int32Array(rows.ids.length + 1);
  let withinCells = 0;
  for (let from = 0; from < order.length;) {
    const key = keys[order[from]!]!;
    let to = from + 1;
    while (to < order.length && keys[order[to]!] === key) to += 1;
    const replicates = order.slice(from, to).map((index) => scores[index]!);
    const mean = replicates.reduce((sum, score) => sum + score, 0) / replicates.length;
    for (const score of replicates) withinCells += (score - mean) ** 2;
    cellColumn.push(key % width);
    cellCount.push(replicates.length);
    cellMean.push(mean);
    rowStart[Math.floor(key / width) + 1] = cellMean.length;
    from = to;
  }
  return {
    rowStart,
    cellColumn: Int32Array.from(cellColumn),
    cellCount: Float64Array.from(cellCount),
    cellMean: Float64Array.from(cellMean),
    withinCells,
  };
}
