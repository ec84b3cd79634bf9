import { Injectable } from '@nestjs/common';
import { Calculations, type JobRow } from '../../jobs/calculation-jobs.js';
import type {
  AssignmentPlan,
  AssignmentRefusal,
} from '../../rules/assignment/assignment-problem.js';
import {
  type RoundProblem,
  plannedPairs,
  roundProblem,
} from '../../rules/assignment/round-problem.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import type { SeatOnApplication } from '../../rules/rounds/sheet-assignment.js';
import type { RoundState } from './round-facts.js';

export interface AssignmentPreview {
  readonly id: string;
  readonly createdAt: string;
  readonly problem: RoundProblem;
  /** Null where places cannot be filled: then `refusal` says which and why. */
  readonly plan: AssignmentPlan | null;
  readonly refusal: AssignmentRefusal | null;
  /** Every pair of the plan, those of settled applications too. */
  readonly pairs: readonly SeatOnApplication[];
  /** The round has changed since: the same choice would be another problem now. */
  readonly stale: boolean;
}

/** Plans that were computed for a round, beside what the round is now. */
@Injectable()
export class AssignmentPreviews {
  constructor(private readonly calculations: Calculations) {}

  /** @param jobId without it the newest plan; null when there is none that is done */
  async of(state: RoundState, jobId: string | null): Promise<AssignmentPreview | null> {
    const { roundId } = state.facts;
    const job = jobId
      ? await this.calculations.byId(jobId)
      : await this.calculations.latest('assignment.plan', roundId);
    if (job?.kind !== 'assignment.plan' || job.subjectId !== roundId) return null;
    const { result } = job as JobRow<'assignment.plan'>;
    const problem = await this.calculations.inputOf(job as JobRow<'assignment.plan'>);
    const { choice, perEntry, seed } = problem;
    const now = roundProblem(state.facts, { ...choice, perEntry, seed: String(seed) });
    if (!result) return null;
    const refusal = 'infeasible' in result ? result : null;
    const plan = 'infeasible' in result ? null : result;
    const settled = new Set(problem.settled.map(({ application }) => application));
    const kept = state.present.filter(({ applicationId }) => settled.has(applicationId));
    return {
      id: job.id,
      createdAt: job.createdAt,
      problem,
      plan,
      refusal,
      pairs: plan ? [...plannedPairs(problem, plan), ...kept] : [],
      stale: hashOf(now) !== hashOf(problem),
    };
  }
}
