import type { Rating } from '../calibration/rating.js';
import { RuleError } from '../rule-error.js';

/** Scores by entry (outer) and judge (inner), both sorted by id; null where a judge did not score. */
export interface RatingGrid {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly scores: readonly (readonly (number | null)[])[];
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
  const scores = entries.map(() => Array<number | null>(judges.length).fill(null));
  for (const { entry, judge, score } of ratings) {
    if (!Number.isFinite(score)) throw new RuleError('ratings.notFinite', { judge, entry });
    const row = scores[entryIndex.get(entry)!]!;
    const column = judgeIndex.get(judge)!;
    if (row[column] !== null) throw new RuleError('ratings.replicates', { judge, entry });
    row[column] = score;
  }
  return { entries, judges, scores };
}

/** The scores without gaps, or null when some judge did not score some entry. */
export function completeScores(grid: RatingGrid): readonly (readonly number[])[] | null {
  const rows = grid.scores.map(presentScores);
  return rows.every((row) => row.length === grid.judges.length) ? rows : null;
}

export function presentScores(row: readonly (number | null)[]): readonly number[] {
  return row.filter((score) => score !== null);
}
