import { calibrateScores } from '../calibration/calibrate-scores.js';
import { entryPredictor } from '../calibration/predict-entries.js';
import type { Calibration } from '../calibration/calibrate-scores.js';
import type { Rating } from '../calibration/rating.js';
import { RuleError } from '../rule-error.js';

export const SCORE_RULES = ['mean', 'trimmed', 'median', 'zscore', 'calibrated'] as const;
export type ScoreRule = (typeof SCORE_RULES)[number];

export interface RuleOptions {
  readonly rule: ScoreRule;
  /** Highest and lowest judge totals dropped under the trimmed rule; 1 by default. */
  readonly drop?: number;
}

/** Distinct judge–entry pairs, with the positions of each entry's and each judge's ratings. */
export interface RatedPairs {
  readonly ratings: readonly Rating[];
  /** Sorted. */
  readonly entries: readonly string[];
  /** Sorted. */
  readonly judges: readonly string[];
  readonly byEntry: readonly (readonly number[])[];
  readonly byJudge: readonly (readonly number[])[];
}

/** From one score for each rating to one score for each entry, sorted by id. */
export type EntryScorer = (scores: Float64Array) => Float64Array;

const MICRO = 1e6;

/** @throws RuleError `ratings.empty`, `ratings.notFinite`, `ratings.replicates` {judge, entry}. */
export function ratedPairs(ratings: readonly Rating[]): RatedPairs {
  if (ratings.length === 0) throw new RuleError('ratings.empty');
  const seen = new Set<string>();
  for (const { judge, entry, score } of ratings) {
    if (!Number.isFinite(score)) throw new RuleError('ratings.notFinite', { judge, entry });
    const pair = JSON.stringify([judge, entry]);
    if (seen.has(pair)) throw new RuleError('ratings.replicates', { judge, entry });
    seen.add(pair);
  }
  const entries = groupPositions(ratings.map(({ entry }) => entry));
  const judges = groupPositions(ratings.map(({ judge }) => judge));
  return {
    ratings,
    entries: entries.ids,
    judges: judges.ids,
    byEntry: entries.positions,
    byJudge: judges.positions,
  };
}

/**
 * Each entry's score under a rule, at six decimals half-up, in the order of `pairs.entries`. Mean,
 * trimmed mean and median come from integers and are exact to the last decimal; the z-score is in
 * standard deviations, the others in points.
 *
 * @throws RuleError as `calibrateScores` under the calibrated rule.
 */
export function entryScores(pairs: RatedPairs, options: RuleOptions): Float64Array {
  const scores = Float64Array.from(pairs.ratings, ({ score }) => score);
  if (options.rule === 'calibrated') {
    const { entries } = calibrateScores(pairs.ratings);
    return Float64Array.from(entries, ({ adjusted }) => Math.floor(adjusted * MICRO + 0.5) / MICRO);
  }
  const scorer = uncalibratedScorer(pairs, options.rule, options.drop);
  return options.rule === 'zscore'
    ? scorer(scores).map((z) => Math.floor(z * MICRO + 0.5) / MICRO)
    : scorer(scores.map((score) => Math.round(score * MICRO))).map(
        (value) => Math.floor(value + 0.5) / MICRO,
      );
}

/** The rule for simulated scores; the calibrated rule keeps the variances of the real ones. */
export function entryScorer(
  pairs: RatedPairs,
  options: RuleOptions,
  calibration: Calibration,
): EntryScorer {
  return options.rule === 'calibrated'
    ? entryPredictor(pairs.ratings, calibration.variance)
    : uncalibratedScorer(pairs, options.rule, options.drop);
}

function uncalibratedScorer(
  pairs: RatedPairs,
  rule: Exclude<ScoreRule, 'calibrated'>,
  drop = 1,
): EntryScorer {
  const combine = {
    mean: (values: Float64Array) => mean(values),
    zscore: (values: Float64Array) => mean(values),
    median: (values: Float64Array) => middleMean(values, Math.floor((values.length - 1) / 2)),
    trimmed: (values: Float64Array) =>
      // Never trimmed below five totals for one dropped at each end, nine for two, and so on.
      middleMean(values, Math.min(drop, Math.floor((values.length - 1) / 4))),
  }[rule];
  const gathered = pairs.byEntry.map((positions) => new Float64Array(positions.length));
  return (scores) => {
    const used = rule === 'zscore' ? standardisedByJudge(pairs, scores) : scores;
    const result = new Float64Array(gathered.length);
    gathered.forEach((values, entry) => {
      pairs.byEntry[entry]!.forEach((position, index) => {
        values[index] = used[position]!;
      });
      result[entry] = combine(values);
    });
    return result;
  };
}

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

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function middleMean(values: Float64Array, dropped: number): number {
  return mean(values.sort().subarray(dropped, values.length - dropped));
}

function groupPositions(names: readonly string[]) {
  const groups = new Map<string, number[]>();
  names.forEach((name, position) => {
    const group = groups.get(name);
    if (group) group.push(position);
    else groups.set(name, [position]);
  });
  const ids = [...groups.keys()].sort();
  return { ids, positions: ids.map((id) => groups.get(id)!) };
}
