import type { Rating } from '../calibration/rating.js';
import { type Progress, unheard } from '../progress.js';
import { RuleError, type RuleErrorVariables } from '../rule-error.js';
import type { RankInterval } from './rank-interval.js';
import type { IntervalOptions, RankSureness } from './rank-intervals.js';
import { rankIntervals } from './rank-intervals.js';
import { type RatedPairs, ratedPairs } from './rated-pairs.js';
import type { CutLineChange, RankedEntry } from './robustness-cut-line.js';
import { changesByJudge, changesByRule, rankByScore } from './robustness-cut-line.js';
import { type RuleOptions, ruleScores, type ScoreRule } from './rule-scores.js';

/** The generator takes 32 bits. */
const LARGEST_SEED = 4_294_967_295;
const LEAST_REPLICATIONS = 100;

export interface RobustnessOptions extends RuleOptions {
  /** Number of places; null ranks without a cut line. */
  readonly quota: number | null;
  /** Integer from 0 to 4,294,967,295; printed with the result. */
  readonly seed: number;
  /** Draws of the merits; 1,000 by default. */
  readonly replications?: number;
}

export interface RankingRobustness {
  readonly rule: ScoreRule;
  readonly quota: number | null;
  readonly seed: number;
  readonly replications: number;
  readonly ranking: readonly SureEntry[];
  /** Empty without a quota. */
  readonly byRule: readonly ({ readonly rule: ScoreRule } & CutLineChange)[];
  readonly byJudge: readonly ({ readonly judge: string } & CutLineChange)[];
  /**
   * Locale key, with its variables, of why no rank is sure: there are no intervals, or the scores show
   * no difference between entries and the intervals are those of a lot. Null where neither holds.
   */
  readonly unsureReason: string | null;
  readonly unsureVariables: RuleErrorVariables;
  readonly summary: RobustnessSummary | null;
}

export interface SureEntry extends RankedEntry {
  /** Where the entry belongs by merit, with a probability of at least 90 %. */
  readonly interval: RankInterval | null;
  /** Probability that by merit it belongs within the quota. */
  readonly withinQuota: number | null;
  /** Where it belongs when the whole list has to be right at once, with a probability of at least 90 %. */
  readonly listSet: RankInterval | null;
}

/** Whether the whole list can be told to hold an entry or not; null without a cut line. */
export type Membership = 'surelyIn' | 'surelyOut' | 'cannotBeTold';

/** @param listSet missing in an analysis that was stored before there were any */
export function membershipOf(
  listSet: RankInterval | null | undefined,
  quota: number | null,
): Membership | null {
  if (!listSet || quota === null) return null;
  if (listSet.high <= quota) return 'surelyIn';
  return listSet.low > quota ? 'surelyOut' : 'cannotBeTold';
}

/** The one sentence under the ranking: a locale key with its variables. */
export interface RobustnessSummary {
  readonly code:
    | 'robustness.summary.indistinguishable'
    | 'robustness.summary.clear'
    | 'robustness.summary.everyoneWithin'
    | 'robustness.summary.unknown';
  readonly variables: Readonly<Record<string, number>>;
}

/**
 * A ranking under one rule and how sure its cut line is: who enters or leaves under each other rule
 * and without each judge, 90 % intervals of the rank by merit and the probability of belonging within
 * the quota.
 *
 * @throws RuleError `robustness.badQuota`, `robustness.badDrop`, `robustness.badSeed`,
 *   `robustness.badReplications`, and those of `rankEntries`.
 */
export function rankingRobustness(
  ratings: readonly Rating[],
  options: RobustnessOptions,
  report: Progress = unheard,
): RankingRobustness {
  const { rule, quota, seed, drop = 1, replications = 1000 } = options;
  refuseBadOptions({ ...options, drop, replications });
  const pairs = ratedPairs(ratings);
  const ranked = rankByScore(pairs, ruleScores(pairs, options).all);
  const { ranks, ...unsure } = sureRanks(pairs, { quota, seed, replications }, report);
  const ranking = ranked.map((entry) => ({
    ...entry,
    interval: ranks?.get(entry.id)?.interval ?? null,
    withinQuota: ranks?.get(entry.id)?.withinQuota ?? null,
    listSet: ranks?.get(entry.id)?.listSet ?? null,
  }));
  return {
    rule,
    quota,
    seed,
    replications,
    ranking,
    byRule: quota === null ? [] : changesByRule(pairs, options, quota),
    byJudge: quota === null ? [] : changesByJudge(pairs, options, quota),
    ...unsure,
    summary: quota === null ? null : summarise(ranking, quota),
  };
}

function refuseBadOptions(options: Required<RobustnessOptions>): void {
  const { quota, drop, seed, replications } = options;
  if (quota !== null && !isWhole(quota, 1))
    throw new RuleError('robustness.badQuota', { value: quota });
  if (!isWhole(drop, 0)) throw new RuleError('robustness.badDrop', { value: drop });
  if (!isWhole(seed, 0) || seed > LARGEST_SEED)
    throw new RuleError('robustness.badSeed', { value: seed, maximum: LARGEST_SEED });
  if (!isWhole(replications, LEAST_REPLICATIONS))
    throw new RuleError('robustness.badReplications', {
      value: replications,
      minimum: LEAST_REPLICATIONS,
    });
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function sureRanks(
  pairs: RatedPairs,
  options: IntervalOptions,
  report: Progress,
): Pick<RankingRobustness, 'unsureReason' | 'unsureVariables'> & {
  readonly ranks: ReadonlyMap<string, RankSureness> | null;
} {
  try {
    const ranks = rankIntervals(pairs, options, report);
    const noDifference = pairs.calibration().variance.entry === 0;
    return {
      ranks,
      unsureReason: noDifference ? 'robustness.noEntryVariance' : null,
      unsureVariables: {},
    };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ranks: null, unsureReason: error.code, unsureVariables: error.variables };
  }
}

/** What is said of the list has to hold for all of it at once: the intervals of single entries do not. */
function summarise(ranking: readonly SureEntry[], quota: number): RobustnessSummary {
  if (quota >= ranking.length)
    return {
      code: 'robustness.summary.everyoneWithin',
      variables: { quota, entries: ranking.length },
    };
  if (ranking.some(({ listSet }) => listSet === null))
    return { code: 'robustness.summary.unknown', variables: {} };
  const places = ranking.flatMap(({ listSet }, index) =>
    membershipOf(listSet, quota) === 'cannotBeTold' ? [index + 1] : [],
  );
  if (places.length === 0) return { code: 'robustness.summary.clear', variables: { quota } };
  return {
    code: 'robustness.summary.indistinguishable',
    variables: { from: Math.min(quota, ...places), to: Math.max(quota + 1, ...places) },
  };
}
