import type { Rating } from '../calibration/rating.js';
import { RuleError } from '../rule-error.js';

export interface RatedCell {
  readonly judge: number;
  readonly score: number;
}

export interface EntryScore {
  readonly entry: number;
  readonly score: number;
}

/** Scores by entry, each with its judges by index; entries and judges are sorted by id. */
export interface RatingGrid {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly rows: readonly (readonly RatedCell[])[];
}

/**
 * @throws RuleError `ratings.empty`, `ratings.notFinite`, `agreement.oneEntry`, `agreement.oneJudge`,
 *   `ratings.replicates` when a judge scored an entry twice.
 */
export function ratingGrid(ratings: readonly Rating[]): RatingGrid {
  if (ratings.length === 0) throw new RuleError('ratings.empty');
  const entries = [...new Set(ratings.map(({ entry }) => entry))].sort();
  const judges = [...new Set(ratings.map(({ judge }) => judge))].sort();
  if (entries.length === 1) throw new RuleError('agreement.oneEntry', { id: entries[0]! });
  if (judges.length === 1) throw new RuleError('agreement.oneJudge', { id: judges[0]! });
  const entryIndex = new Map(entries.map((id, index) => [id, index]));
  const judgeIndex = new Map(judges.map((id, index) => [id, index]));
  const rows = entries.map((): RatedCell[] => []);
  for (const { entry, judge, score } of ratings) {
    if (!Number.isFinite(score)) throw new RuleError('ratings.notFinite', { judge, entry });
    rows[entryIndex.get(entry)!]!.push({ judge: judgeIndex.get(judge)!, score });
  }
  rows.forEach((row, entry) => {
    row.sort((a, b) => a.judge - b.judge);
    const twice = row.find(({ judge }, at) => judge === row[at + 1]?.judge);
    if (twice)
      throw new RuleError('ratings.replicates', {
        judge: judges[twice.judge]!,
        entry: entries[entry]!,
      });
  });
  return { entries, judges, rows };
}

/** The scores without gaps, or null when some judge did not score some entry. */
export function completeScores(grid: RatingGrid): readonly (readonly number[])[] | null {
  if (!grid.rows.every((row) => row.length === grid.judges.length)) return null;
  return grid.rows.map((row) => row.map(({ score }) => score));
}

/** Harmonic mean of the number of scores of an entry. */
export function typicalPanel({ rows }: Pick<RatingGrid, 'rows'>): number {
  return rows.length / rows.reduce((sum, row) => sum + 1 / row.length, 0);
}

/** Each judge's scores with the indices of their entries, in their order. */
export function scoresByJudge({ judges, rows }: RatingGrid): readonly (readonly EntryScore[])[] {
  const columns = judges.map((): EntryScore[] => []);
  rows.forEach((row, entry) => {
    for (const { judge, score } of row) columns[judge]!.push({ entry, score });
  });
  return columns;
}
