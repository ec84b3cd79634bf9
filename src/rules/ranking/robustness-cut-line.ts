import type { Rating } from '../calibration/rating.js';
import { RuleError, type RuleErrorVariables } from '../rule-error.js';
import { type RatedPairs, ratedPairs } from './rated-pairs.js';
import { type RuleOptions, SCORE_RULES, ruleScores } from './rule-scores.js';

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
  return rankByScore(pairs, ruleScores(pairs, options).all);
}

export function rankByScore(pairs: RatedPairs, scores: Float64Array): readonly RankedEntry[] {
  // Entries are sorted by id and the sort is stable: equal scores stay by id.
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  let standing = 0;
  return order.map((entry, place) => {
    const score = scores[entry]!;
    const shared = place > 0 && scores[order[place - 1]!] === score;
    if (!shared) standing = place + 1;
    const next = order[place + 1];
    return {
      id: pairs.entries[entry]!,
      n: pairs.firstOf[entry + 1]! - pairs.firstOf[entry]!,
      score,
      standing,
      tied: shared || (next !== undefined && scores[next] === score),
    };
  });
}

/** The change under every other rule. */
export function changesByRule(pairs: RatedPairs, options: RuleOptions, quota: number) {
  const inside = withinQuota(ruleScores(pairs, options).all, quota);
  return SCORE_RULES.filter((rule) => rule !== options.rule).map((rule) => ({
    rule,
    ...cutLineChange(pairs, inside, quota, () => ruleScores(pairs, { ...options, rule }).all),
  }));
}

/** The change when each judge in turn is left out. */
export function changesByJudge(pairs: RatedPairs, options: RuleOptions, quota: number) {
  const scores = ruleScores(pairs, options);
  const inside = withinQuota(scores.all, quota);
  return pairs.judges.map((judge, index) => ({
    judge,
    ...cutLineChange(pairs, inside, quota, () => scores.without(index)),
  }));
}

/** Which entries have a standing within the quota; a tie on the line brings all its entries in. */
function withinQuota(scores: Float64Array, quota: number): readonly boolean[] {
  const ascending = scores.filter((score) => !Number.isNaN(score)).sort();
  const least = ascending[Math.max(0, ascending.length - quota)] ?? Infinity;
  return Array.from(scores, (score) => score >= least);
}

function cutLineChange(
  { entries }: RatedPairs,
  inside: readonly boolean[],
  quota: number,
  otherScores: () => Float64Array,
): CutLineChange {
  try {
    const other = withinQuota(otherScores(), quota);
    return {
      enters: entries.filter((_, entry) => other[entry] && !inside[entry]),
      leaves: entries.filter((_, entry) => inside[entry] && !other[entry]),
    };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { enters: [], leaves: [], reason: error.code, variables: error.variables };
  }
}
