import type { Rating } from '../calibration/rating.js';
import { type Progress, unheard } from '../progress.js';
import { RuleError } from '../rule-error.js';
import { assumptionsFromScores } from './assumptions-from-scores.js';
import { checkWhole } from './check-design.js';
import type { CombinationRule } from './combine-scores.js';
import { type ComparedDesign, compareDesigns, type JudgingBudget } from './compare-designs.js';
import type { ScoringAssumptions } from './score-model.js';
import type { SimulatedShare } from './simulate-design.js';

export interface PlanningBudget extends Omit<JudgingBudget, 'assumptions'> {
  /** Minutes a judge needs for one sheet. */
  readonly minutes: number;
}

/** Assumptions as given, or the scores of a past round from which they are estimated. */
export type AssumptionSource =
  | { readonly given: ScoringAssumptions }
  | { readonly past: { readonly ratings: readonly Rating[]; readonly highest: number } };

export interface PlanningTask {
  readonly budget: PlanningBudget;
  readonly source: AssumptionSource;
  readonly seed: string;
}

export interface PlannedDesign {
  /** The same small panel scores everything when this equals `perApplication`. */
  readonly judges: number;
  readonly perApplication: number;
  readonly sheets: number;
  /** Of the judge with the most. */
  readonly sheetsPerJudge: number;
  readonly minutesPerJudge: number;
  readonly rules: Readonly<Record<CombinationRule, DesignChances>>;
}

export interface DesignChances {
  readonly recall: SimulatedShare;
  readonly favourite: SimulatedShare;
  readonly favouriteOfColluder: SimulatedShare;
}

export interface DesignPlan {
  readonly budget: PlanningBudget;
  readonly assumptions: ScoringAssumptions;
  /** Estimated from a past round, or given. */
  readonly estimated: boolean;
  readonly seed: string;
  readonly designs: readonly PlannedDesign[];
}

/** Panels that offices call; the largest that the budget pays for is added. */
const USUAL_PANELS = [3, 5, 7, 9];
/** Applications × judges × runs that one calculation may take: about a minute for each panel. */
const MOST_CELLS = 4_000_000;

/**
 * Every design that the budget pays for, from the smallest panel on: the same judges scoring
 * everything, and all judges each scoring a part.
 *
 * @throws RuleError as `checkPlanning` and `calibrateScores`.
 */
export function planDesigns(
  { budget, source, seed }: PlanningTask,
  report: Progress = unheard,
): DesignPlan {
  checkPlanning(budget);
  const assumptions =
    'given' in source
      ? source.given
      : assumptionsFromScores(source.past.ratings, source.past.highest);
  const panels = affordablePanels(budget);
  const designs = panels.flatMap((panel, done) => {
    report(done, panels.length);
    const sheets = budget.applications * panel;
    return designsOf(budget, compareDesigns({ ...budget, sheets, assumptions }, seed));
  });
  return { budget, assumptions, estimated: 'past' in source, seed, designs };
}

/**
 * @throws RuleError `planning.numberInvalid` {name, value, least, most}, `planning.tooLarge` {most}
 *   where so many runs of so large a round would take too long.
 */
export function checkPlanning({ applications, winners, judges, sheets, runs }: PlanningBudget) {
  checkWhole([
    ['applications', applications, 1, 100_000],
    ['winners', winners, 1, applications],
    ['judges', judges, 1, 10_000],
    ['sheets', sheets, applications, Number.MAX_SAFE_INTEGER],
    ['runs', runs, 1, 1_000_000],
  ]);
  const most = Math.floor(MOST_CELLS / (applications * judges));
  if (runs > most) throw new RuleError('planning.tooLarge', { most });
}

function affordablePanels({ applications, judges, sheets }: PlanningBudget): readonly number[] {
  const largest = Math.min(judges, Math.floor(sheets / applications));
  return [...new Set([...USUAL_PANELS.filter((panel) => panel < largest), largest])];
}

function designsOf(
  { minutes, applications }: PlanningBudget,
  compared: readonly ComparedDesign[],
): PlannedDesign[] {
  const panels = [...new Set(compared.map(({ judges }) => judges))].toSorted((a, b) => a - b);
  return panels.map((judges) => {
    const own = compared.filter((design) => design.judges === judges);
    const { perApplication, sheets } = own[0]!;
    const sheetsPerJudge = Math.ceil((applications * perApplication) / judges);
    const chances = own.map(({ rule, recall, favourite, favouriteOfColluder }) => [
      rule,
      { recall, favourite, favouriteOfColluder },
    ]);
    return {
      judges,
      perApplication,
      sheets,
      sheetsPerJudge,
      minutesPerJudge: sheetsPerJudge * minutes,
      rules: Object.fromEntries(chances) as PlannedDesign['rules'],
    };
  });
}
