import { calibrateDesign } from '../calibration/calibrate-scores.js';
import { predictEntries, withoutJudge } from '../calibration/without-judge.js';
import { RuleError } from '../rule-error.js';
import type { RatedPairs } from './rated-pairs.js';

export const SCORE_RULES = ['mean', 'trimmed', 'median', 'zscore', 'calibrated'] as const;
export type ScoreRule = (typeof SCORE_RULES)[number];

export interface RuleOptions {
  readonly rule: ScoreRule;
  /** Highest and lowest judge totals dropped under the trimmed rule; 1 by default. */
  readonly drop?: number;
}

/** Each entry's score under one rule, in the order of `pairs.entries`. */
export interface RuleScores {
  readonly all: Float64Array;
  /**
   * With the judge of this index left out; NaN for an entry that nobody else scored.
   * @throws RuleError `ratings.empty` when nobody is left, and as `calibrateScores`
   */
  without(judge: number): Float64Array;
}

const MICRO = 1e6;
/** From so many scores on one judge hardly moves the variances: they stay those of all the scores. */
const LARGE_DESIGN = 20_000;

/**
 * Each entry's score under a rule, at six decimals half-up. Mean, trimmed mean and median come from
 * integers and are exact to the last decimal; the z-score is in standard deviations, the others in
 * points.
 *
 * @throws RuleError as `calibrateScores` under the calibrated rule.
 */
export function ruleScores(pairs: RatedPairs, { rule, drop }: RuleOptions): RuleScores {
  return rule === 'calibrated' ? calibratedScores(pairs) : combinedScores(pairs, rule, drop);
}

function calibratedScores(pairs: RatedPairs): RuleScores {
  const { design, entries, judges } = pairs;
  const { variance, entries: all } = pairs.calibration();
  return {
    all: Float64Array.from(all, ({ adjusted }) => rounded(adjusted)),
    without: (judge) => {
      const others = withoutJudge(design, judges[judge]!);
      const left =
        others.ratingCount < LARGE_DESIGN
          ? calibrateDesign(others).entries
          : predictEntries(others, variance);
      const known = new Map(left.map(({ id, adjusted }) => [id, rounded(adjusted)]));
      return Float64Array.from(entries, (id) => known.get(id) ?? NaN);
    },
  };
}

/** Leaving out a judge changes only the entries that the judge scored. */
function combinedScores(
  pairs: RatedPairs,
  rule: Exclude<ScoreRule, 'calibrated'>,
  drop = 1,
): RuleScores {
  const { ratings, judgeOf, firstOf, entries, byJudge } = pairs;
  const scores = Float64Array.from(ratings, ({ score }) => score);
  const used =
    rule === 'zscore'
      ? standardisedByJudge(pairs, scores)
      : scores.map((score) => Math.round(score * MICRO));
  const combine = COMBINE[rule];
  const finish = rule === 'zscore' ? rounded : (value: number) => Math.floor(value + 0.5) / MICRO;
  const scoreOf = (entry: number, left: number) => {
    const values: number[] = [];
    for (let position = firstOf[entry]!; position < firstOf[entry + 1]!; position += 1)
      if (judgeOf[position] !== left) values.push(used[position]!);
    return values.length === 0 ? NaN : finish(combine(Float64Array.from(values), drop));
  };
  const nobody = -1;
  const all = Float64Array.from(entries, (_, entry) => scoreOf(entry, nobody));
  const entryOf = new Int32Array(ratings.length);
  entries.forEach((_, entry) => entryOf.fill(entry, firstOf[entry], firstOf[entry + 1]));
  return {
    all,
    without: (judge) => {
      if (byJudge.length === 1) throw new RuleError('ratings.empty');
      const result = all.slice();
      for (const position of byJudge[judge]!)
        result[entryOf[position]!] = scoreOf(entryOf[position]!, judge);
      return result;
    },
  };
}

const COMBINE = {
  mean: (values: Float64Array) => mean(values),
  zscore: (values: Float64Array) => mean(values),
  median: (values: Float64Array) => middleMean(values, Math.floor((values.length - 1) / 2)),
  trimmed: (values: Float64Array, drop: number) =>
    // Never trimmed below five totals for one dropped at each end, nine for two, and so on.
    middleMean(values, Math.min(drop, Math.floor((values.length - 1) / 4))),
};

/** Scores in the judge's own standard deviations; 0 for a judge who does not distinguish. */
function standardisedByJudge(pairs: RatedPairs, scores: Float64Array): Float64Array {
  const result = new Float64Array(scores.length);
  for (const positions of pairs.byJudge) {
    let sum = 0;
    for (const position of positions) sum += scores[position]!;
    const centre = sum / positions.length;
    let squares = 0;
    for (const position of positions) squares += (scores[position]! - centre) ** 2;
    const deviation = Math.sqrt(squares / Math.max(1, positions.length - 1));
    if (deviation > 1e-12 * Math.abs(centre))
      for (const position of positions) result[position] = (scores[position]! - centre) / deviation;
  }
  return result;
}

function rounded(value: number): number {
  return Math.floor(value * MICRO + 0.5) / MICRO;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function middleMean(values: Float64Array, dropped: number): number {
  return mean(values.sort().subarray(dropped, values.length - dropped));
}
