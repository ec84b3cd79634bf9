import type { Seed } from '../assignment/seeded-random.js';
import { checkWhole } from './check-design.js';
import { COMBINATION_RULES, type CombinationRule } from './combine-scores.js';
import type { ScoringAssumptions } from './score-model.js';
import { type SimulatedShare, simulateRules } from './simulate-design.js';

export interface JudgingBudget {
  readonly applications: number;
  readonly winners: number;
  /** Judges who could be called. */
  readonly judges: number;
  /** Score sheets that all judges together can fill in. */
  readonly sheets: number;
  readonly runs: number;
  readonly assumptions?: ScoringAssumptions;
}

export interface ComparedDesign {
  readonly judges: number;
  readonly perApplication: number;
  readonly sheets: number;
  readonly rule: CombinationRule;
  readonly recall: SimulatedShare;
  /** Chance of an undeserving favourite among the winners when all judges are honest. */
  readonly favourite: SimulatedShare;
  /** The same chance when one judge colludes for the favourite. */
  readonly favouriteOfColluder: SimulatedShare;
}

/**
 * What the budget buys, best recall first: the same small panel scoring everything, or all judges
 * each scoring a part, under every rule of combination.
 */
export function compareDesigns(budget: JudgingBudget, seed: Seed): ComparedDesign[] {
  const { applications, judges, sheets } = budget;
  checkWhole([
    ['applications', applications, 1, 100_000],
    ['judges', judges, 1, 10_000],
    ['sheets', sheets, applications, Number.MAX_SAFE_INTEGER],
  ]);
  const perApplication = Math.min(judges, Math.floor(sheets / applications));
  return [...new Set([perApplication, judges])]
    .flatMap((panel) => comparedRules({ ...budget, judges: panel }, perApplication, seed))
    .toSorted((left, right) => right.recall.value - left.recall.value);
}

function comparedRules(
  budget: JudgingBudget,
  perApplication: number,
  seed: Seed,
): ComparedDesign[] {
  const { applications, winners, judges, runs, assumptions } = budget;
  const design = { applications, winners, judges, perApplication, runs, assumptions };
  const honest = simulateRules(design, COMBINATION_RULES, seed);
  const colluding = simulateRules({ ...design, colluders: 1 }, COMBINATION_RULES, seed);
  return COMBINATION_RULES.map((rule, index) => ({
    judges,
    perApplication,
    sheets: applications * perApplication,
    rule,
    recall: honest[index]!.recall,
    favourite: honest[index]!.favourite,
    favouriteOfColluder: colluding[index]!.favourite,
  }));
}
