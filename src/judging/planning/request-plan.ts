import { Injectable } from '@nestjs/common';
import { Calculations } from '../../jobs/calculation-jobs.js';
import type { CategoryRow, ProgrammeRow } from '../../programmes/programme.queries.js';
import {
  type AssumptionSource,
  type PlanningBudget,
  checkPlanning,
} from '../../rules/planning/plan-designs.js';
import { DEFAULT_ASSUMPTIONS, type ScoringAssumptions } from '../../rules/planning/score-model.js';
import { RuleError } from '../../rules/rule-error.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { PlanningQueries } from './planning.queries.js';

export const assumptionSources = ['past', 'documented', 'own'] as const;

export interface PlanRequest {
  readonly budget: PlanningBudget;
  readonly source: (typeof assumptionSources)[number];
  readonly own: ScoringAssumptions;
  readonly seed: string;
}

/** Asks for the comparison of judging designs for one category; the same question is computed once. */
@Injectable()
export class RequestPlan {
  constructor(
    private readonly queries: PlanningQueries,
    private readonly calculations: Calculations,
  ) {}

  async run(
    actor: Actor,
    programme: ProgrammeRow,
    category: CategoryRow,
    asked: PlanRequest,
  ): Promise<string> {
    refuseImpossible(asked.budget);
    const source = await this.sourceOf(programme, category, asked);
    return this.calculations.request(actor, {
      kind: 'planning.designs',
      subjectType: 'category',
      subjectId: category.id,
      programmeId: programme.id,
      input: { budget: asked.budget, seed: asked.seed, source },
      returnPath: `/office/programmes/${programme.id}/planning?category=${category.id}`,
    });
  }

  private async sourceOf(
    { year }: ProgrammeRow,
    { code }: CategoryRow,
    { source, own }: PlanRequest,
  ): Promise<AssumptionSource> {
    if (source === 'own') return { given: own };
    if (source === 'documented') return { given: DEFAULT_ASSUMPTIONS };
    const round = await this.queries.pastRound(code, year);
    if (!round) throw new Refusal('planning.noPast', {}, 'source');
    return { past: await this.queries.pastScores(round) };
  }
}

/** The rule's refusal, beside the field that carries the number. */
function refuseImpossible(budget: PlanningBudget): void {
  try {
    checkPlanning(budget);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { code, variables } = error;
    const field = code === 'planning.tooLarge' ? 'runs' : String(variables.name);
    throw new Refusal(code, variables, field);
  }
}
