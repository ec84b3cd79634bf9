import type { Rating } from '../calibration/rating.js';
import { type Progress, unheard } from '../progress.js';
import { type RankingRobustness, type RobustnessOptions, rankingRobustness } from './robustness.js';

export interface TrialRequest {
  readonly ratings: readonly Rating[];
  /** A judge to be left out, or null. */
  readonly without: string | null;
  readonly options: RobustnessOptions & { readonly drop: number };
}

/** The ranking under chosen rules, beside what was chosen; it decides nothing. */
export interface TrialRanking {
  readonly without: string | null;
  readonly drop: number;
  readonly robustness: RankingRobustness;
}

/** @throws RuleError as `rankingRobustness`; `ratings.empty` when nobody is left. */
export function trialRanking(
  { ratings, without, options }: TrialRequest,
  report: Progress = unheard,
): TrialRanking {
  const used = ratings.filter(({ judge }) => judge !== without);
  return { without, drop: options.drop, robustness: rankingRobustness(used, options, report) };
}
