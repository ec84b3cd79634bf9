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
  const seen = new Map<string, number>();
  const firstSeen = Int32Array.from(names, (name) => {
    const known = seen.get(name) ?? seen.size;
    seen.set(name, known);
    return known;
  });
  const ids = [...seen.keys()].sort();
  const position = new Int32Array(ids.length);
  ids.forEach((id, index) => {
    position[seen.get(id)!] = index;
  });
  return { ids, of: firstSeen.map((level) => position[level]!) };
}

function factor(name: 'entry' | 'judge', levels: Levels): DesignFactor {
  const counts = new Float64Array(levels.ids.length);
  for (const level of levels.of) counts[level]! += 1;
  return { name, ids: levels.ids, counts };
}

function gatherCells(ratings: readonly Rating[], rows: Levels, columns: Levels) {
  for (const { judge, entry, score } of ratings)
    if (!Number.isFinite(score)) throw new RuleError('ratings.notFinite', { judge, entry });
  const byColumn = stableOrder(columns, Int32Array.from(ratings.keys()));
  const order = stableOrder(rows, byColumn);
  const cellColumn: number[] = [];
  const cellCount: number[] = [];
  const cellMean: number[] = [];
  const rowStart = new Int32Array(rows.ids.length + 1);
  let withinCells = 0;
  for (let from = 0; from < order.length;) {
    const row = rows.of[order[from]!]!;
    const column = columns.of[order[from]!]!;
    const replicates = [ratings[order[from]!]!.score];
    for (from += 1; from < order.length; from += 1) {
      const rating = order[from]!;
      if (rows.of[rating] !== row || columns.of[rating] !== column) break;
      replicates.push(ratings[rating]!.score);
    }
    // Sorted, so that a mean of several scores does not depend on their order either.
    const mean = replicates.sort((a, b) => a - b).reduce((a, b) => a + b) / replicates.length;
    for (const score of replicates) withinCells += (score - mean) ** 2;
    cellColumn.push(column);
    cellCount.push(replicates.length);
    cellMean.push(mean);
    rowStart[row + 1] = cellMean.length;
  }
  return {
    rowStart,
    cellColumn: Int32Array.from(cellColumn),
    cellCount: Float64Array.from(cellCount),
    cellMean: Float64Array.from(cellMean),
    withinCells,
  };
}

/** Counting sort of rating positions by level. */
function stableOrder(levels: Levels, positions: Int32Array): Int32Array {
  const next = new Int32Array(levels.ids.length + 1);
  for (const level of levels.of) next[level + 1]! += 1;
  for (let level = 0; level < levels.ids.length; level += 1) next[level + 1]! += next[level]!;
  const order = new Int32Array(positions.length);
  for (const position of positions) {
    const level = levels.of[position]!;
    order[next[level]!] = position;
    next[level]! += 1;
  }
  return order;
}
