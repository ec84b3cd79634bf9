import type { Seed } from '../assignment/seeded-random.js';
import { checkWhole } from './check-design.js';
import { median, perApplication, populationDeviation } from './combine-scores.js';
import { normalSampler } from './normal-sampler.js';
import { DEFAULT_ASSUMPTIONS, type ScoringAssumptions, simulateRound } from './score-model.js';

export interface SpreadPlan {
  readonly applications: number;
  /** The whole panel scores every application. */
  readonly judges: number;
  /** Range limits as shares of the highest score, e.g. 0.2. */
  readonly rangeLimits: readonly number[];
  readonly runs: number;
  readonly assumptions?: ScoringAssumptions;
}

export interface ExpectedRescores {
  /** Share of applications whose highest and lowest total differ by more than each limit. */
  readonly byRange: readonly { readonly limit: number; readonly share: number }[];
  /** Share whose standard deviation is more than twice the round's median one. */
  readonly byDeviation: number;
}

/** How often the spread rule would call two extra judges, before its limit is frozen. */
export function expectedRescores(plan: SpreadPlan, seed: Seed): ExpectedRescores {
  const { applications, judges, rangeLimits, runs } = plan;
  checkWhole([
    ['applications', applications, 1, 100_000],
    ['judges', judges, 2, 10_000],
    ['runs', runs, 1, 1_000_000],
  ]);
  const assumptions = plan.assumptions ?? DEFAULT_ASSUMPTIONS;
  const sampler = normalSampler(seed);
  const shape = {
    applications,
    judges,
    perApplication: judges,
    favouriteRanks: [1, 1],
    colluders: 0,
  } as const;
  const overRange = rangeLimits.map(() => 0);
  let overDeviation = 0;
  for (let run = 0; run < runs; run += 1) {
    const { scores } = simulateRound(shape, assumptions, sampler);
    const ranges = perApplication(scores, judges, range);
    for (const [index, limit] of rangeLimits.entries()) {
      overRange[index]! += countAbove(ranges, limit * assumptions.highestScore);
    }
    const deviations = perApplication(scores, judges, populationDeviation);
    overDeviation += countAbove(deviations, 2 * median(deviations));
  }
  const all = applications * runs;
  return {
    byRange: rangeLimits.map((limit, index) => ({ limit, share: overRange[index]! / all })),
    byDeviation: overDeviation / all,
  };
}

function range(present: Float64Array): number {
  return Math.max(...present) - Math.min(...present);
}

function countAbove(values: Float64Array, limit: number): number {
  return values.filter((value) => value > limit).length;
}
