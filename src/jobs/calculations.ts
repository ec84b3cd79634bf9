import { assignJudges } from '../rules/assignment/assign-judges.js';
import type { RoundProblem } from '../rules/assignment/round-problem.js';
import { analyseStandings } from '../rules/ranking/analyse-standings.js';
import { trialRanking } from '../rules/ranking/trial-ranking.js';

/**
 * Every calculation that is too long for a request: kind → pure function of plain data, told how far
 * it is by `(input, report) => result`. Only the worker loads this file; the server knows its types. A
 * new kind also needs its readers in `calculation-kinds.ts` and a label `jobs.kind.<kind>`.
 */
export const calculations = {
  'assignment.plan': (problem: RoundProblem) => assignJudges(problem),
  'standings.analysis': analyseStandings,
  'standings.trial': trialRanking,
};

export type CalculationKind = keyof typeof calculations;
export type CalculationInput<K extends CalculationKind> = Parameters<(typeof calculations)[K]>[0];
export type CalculationResult<K extends CalculationKind> = ReturnType<(typeof calculations)[K]>;
