import type { Rating } from '../rules/calibration/rating.js';
import type { Progress } from '../rules/progress.js';
import { type RobustnessOptions, rankingRobustness } from '../rules/ranking/robustness.js';

/**
 * Every calculation that is too long for a request: kind → pure function of plain data. Only the
 * worker loads this file; the server knows its types. A new kind also needs its readers in
 * `calculation-kinds.ts` and a label `jobs.kind.<kind>` in the locales.
 */
export const calculations = {
  'standings.robustness': (
    { ratings, options }: { ratings: readonly Rating[]; options: RobustnessOptions },
    report: Progress,
  ) => rankingRobustness(ratings, options, report),
};

export type CalculationKind = keyof typeof calculations;
export type CalculationInput<K extends CalculationKind> = Parameters<(typeof calculations)[K]>[0];
export type CalculationResult<K extends CalculationKind> = ReturnType<(typeof calculations)[K]>;
