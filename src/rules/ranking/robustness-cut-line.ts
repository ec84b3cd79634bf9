import type { Rating } from '../calibration/rating.js';
import { RuleError, type RuleErrorVariables } from '../rule-error.js';
import type { RuleOptions } from './robustness-rules.js';
import { entryScores, ratedPairs, SCORE_RULES } from './robustness-rules.js';

export interface RankedEntry {
  readonly id: string;
  /** Number of judges. */
  readonly n: number;
  readonly score: number;
  /** 1 + the number of entries with a higher score: a tie shares its standing. */
  readonly standing: number;
  readonly tied: boolean;
}

/** Who would be inside or outside the quota otherwise; or why that ranking does not exist. */
export interface CutLineChange {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  /** Locale key with its variables. */
  readonly reason?: string;
  readonly variables?: RuleErrorVariables;
}

/**
 * Entries from the highest score down, equal scores by id.
 *
 * @throws RuleError as `ratedPairs` and, under the calibrated rule, `calibrateScores`.
 */
export function rankEntries(
  ratings: readonly Rating[],
  options: RuleOptions,
): readonly RankedEntry[] {
  const pairs = ratedPairs(ratings);
  const scores = entryScores(pairs, options);
  const descending = scores.toSorted().reverse();
  return pairs.entries
    .map((id, index) => {
      const score = scores[index]!;
      const above = descending.indexOf(score);
      return {
        id,
        n: pairs.byEntry[index]!.length,
        score,
        standing: above + 1,
        tied: descending[above + 1] === score,
      };
    })
    .sort((a, b) => a.standing - b.standing);
}

/** The change under every other rule. */
export function changesByRule(
  ratings: readonly Rating[],
  options: RuleOptions,
  quota: number,
  inside: ReadonlySet<string>,
) {
  return SCORE_RULES.filter((rule) => rule !== options.rule).map((rule) => ({
    rule,
    ...cutLineChange(ratings, { ...options, rule }, quota, inside),
  }));
}

/** The change when each judge in turn is left out. */
export function changesByJudge(
  ratings: readonly Rating[],
  options: RuleOptions,
  quota: number,
  inside: ReadonlySet<string>,
) {
  const judges = [...new Set(ratings.map(({ judge }) => judge))].sort();
  return judges.map((judge) => ({
    judge,
    ...cutLineChange(
      ratings.filter((rating) => rating.judge !== judge),
      options,
      quota,
      inside,
    ),
  }));
}

/** Ids with a standing within the quota; a tie on the line brings all its entries in. */
export function withinQuota(ranking: readonly RankedEntry[], quota: number): ReadonlySet<string> {
  return new Set(ranking.filter(({ standing }) => standing <= quota).map(({ id }) => id));
}

function cutLineChange(
  ratings: readonly Rating[],
  options: RuleOptions,
  quota: number,
  inside: ReadonlySet<string>,
): CutLineChange {
  try {
    const other = withinQuota(rankEntries(ratings, options), quota);
    return {
      enters: [...other].filter((id) => !inside.has(id)).sort(),
      leaves: [...inside].filter((id) => !other.has(id)).sort(),
    };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { enters: [], leaves: [], reason: error.code, variables: error.variables };
  }
}
