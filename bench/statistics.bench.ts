import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { agreementReport } from '../src/rules/agreement/agreement-report.js';
import { calibrateScores } from '../src/rules/calibration/calibrate-scores.js';
import type { Rating } from '../src/rules/calibration/rating.js';
import { rankingRobustness } from '../src/rules/ranking/robustness.js';
import type { BenchRow } from './bench-row.js';

const SEED = 20131121;
const PANEL_LIMIT = 20;
const LARGE_LIMIT = 5000;
const MEMORY_LIMIT = 600;
const PANEL_RUNS = 15;
const MANY_LIMIT = 3000;
const MANY_MEMORY_LIMIT = 300;

/**
 * Agreement and ranks of a hundred thousand scores, no two alike; calibration of a category's panel,
 * and of a data set as large as lme4's InstEval.
 */
export async function benchStatistics(): Promise<BenchRow[]> {
  const many = unequal(syntheticRatings({ entries: 10_000, judges: 10, ratings: 100_000 }));
  const manyTimes = [
    row(
      'agreement of 100,000 ratings, interval level',
      milliseconds(() => agreementReport(many, 'interval')),
      'ms',
      MANY_LIMIT,
    ),
    row(
      'agreement of 100,000 ratings, ratio level',
      milliseconds(() => agreementReport(many, 'ratio')),
      'ms',
      MANY_LIMIT,
    ),
    row(
      'calibrated ranks of 100,000 ratings',
      milliseconds(() => rankingRobustness(many, { rule: 'calibrated', quota: 10, seed: SEED })),
      'ms',
      MANY_LIMIT,
    ),
    row('peak memory up to there', process.resourceUsage().maxRSS / 1024, 'MB', MANY_MEMORY_LIMIT),
  ];
  const large = syntheticRatings({ entries: 1128, judges: 2972, ratings: 73_421 });
  const largeTime = milliseconds(() => calibrateScores(large));
  const memory = process.resourceUsage().maxRSS / 1024;
  const panel = syntheticRatings({ entries: 300, judges: 15, ratings: 4500 });
  const panelTimes = Array.from({ length: PANEL_RUNS }, () =>
    milliseconds(() => calibrateScores(panel)),
  ).sort((a, b) => a - b);
  return [
    ...manyTimes,
    row('calibrate 300 entries × 15 judges', panelTimes[PANEL_RUNS >> 1]!, 'ms', PANEL_LIMIT),
    row('calibrate 73,421 ratings of 1,128 × 2,972', largeTime, 'ms', LARGE_LIMIT),
    row('peak memory of that process', memory, 'MB', MEMORY_LIMIT),
  ];
}

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  return {
    name,
    value,
    unit,
    reference: limit,
    target: `< ${limit} ${unit}`,
    ratio: value / limit,
    met: value < limit,
  };
}

/** Distinct pairs, every level used, scores of a normal-like shape in half points. */
function syntheticRatings(size: { entries: number; judges: number; ratings: number }): Rating[] {
  const generator = xoroshiro128plus(SEED);
  const below = (limit: number) => Math.floor(uniformFloat64(generator) * limit);
  const spread = () => uniformFloat64(generator) + uniformFloat64(generator) - 1;
  const merits = Array.from({ length: size.entries }, spread);
  const severities = Array.from({ length: size.judges }, spread);
  const pairs = new Set<number>();
  const longest = Math.max(size.entries, size.judges);
  for (let index = 0; pairs.size < size.ratings; index += 1) {
    const [entry, judge] =
      index < longest
        ? [index % size.entries, index % size.judges]
        : [below(size.entries), below(size.judges)];
    pairs.add(entry * size.judges + judge);
  }
  return [...pairs].map((pair) => {
    const entry = Math.floor(pair / size.judges);
    const judge = pair % size.judges;
    const score = 80 + 12 * merits[entry]! - 8 * severities[judge]! + 10 * spread();
    return { entry: `E${entry}`, judge: `J${judge}`, score: Math.round(2 * score) / 2 };
  });
}

/** Every pair of equal scores would spare a pair of distances. */
function unequal(ratings: readonly Rating[]): Rating[] {
  return ratings.map((rating, index) => ({ ...rating, score: rating.score + index / 1e6 }));
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
