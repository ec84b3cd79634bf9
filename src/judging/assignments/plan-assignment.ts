import { Injectable } from '@nestjs/common';
import { newId } from '../../database/new-id.js';
import { Calculations } from '../../jobs/calculation-jobs.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { checkProblem } from '../../rules/assignment/check-problem.js';
import { type AssignmentChoice, roundProblem } from '../../rules/assignment/round-problem.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { perApplicationProblem } from '../../rules/rounds/per-application-problem.js';
import type { Actor } from '../../web/actor.js';
import { assignmentObstacles } from './assignment-obstacles.js';
import { AssignmentQueries } from './assignment.queries.js';
import { RoundFactsQueries } from './round-facts.js';

/** Asks for a plan of one round. Nothing changes: the office sees the plan before it decides. */
@Injectable()
export class PlanAssignment {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly assignments: AssignmentQueries,
    private readonly facts: RoundFactsQueries,
    private readonly calculations: Calculations,
  ) {}

  /** @param choice without a seed the system draws one; the preview prints it. @returns the job's id */
  async run(
    actor: Actor,
    round: { id: string; programmeId: string; categoryId: string; state: string },
    choice: Omit<AssignmentChoice, 'seed'> & { readonly seed: string | null },
  ): Promise<string> {
    const rows = await this.assignments.rounds(round.programmeId);
    const row = rows.find(({ roundId }) => roundId === round.id);
    if (!row) throw missing();
    const [obstacle] = assignmentObstacles(row);
    if (obstacle) throw new Refusal(obstacle.code, obstacle.variables);
    const { rules } = await this.programmes.rules(round.programmeId);
    const { facts } = await this.facts.of(round);
    const problem = roundProblem(facts, { ...choice, seed: choice.seed ?? newId() });
    // Asked first: with nothing left to assign no judge has a place, which says nothing of the panel.
    if (problem.entries.length === 0) throw new Refusal('assignment.round.allSettled');
    const fault = perApplicationProblem(
      choice.perEntry,
      rules.trimTable,
      problem.judges.filter(({ max }) => max > 0).length,
    );
    if (fault) throw new Refusal(fault.code, fault.variables, 'perApplication');
    checkProblem(problem);
    return this.calculations.request(actor, {
      kind: 'assignment.plan',
      subjectType: 'round',
      subjectId: round.id,
      programmeId: round.programmeId,
      input: problem,
      returnPath: `/office/assignments/${round.id}`,
    });
  }
}
