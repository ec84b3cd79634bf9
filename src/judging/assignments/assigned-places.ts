import type { Database } from '../../database/database.js';
import type { AssignmentPlan } from '../../rules/assignment/assignment-problem.js';
import type { RoundProblem } from '../../rules/assignment/round-problem.js';
import type { AssignedPlace } from '../../rules/rounds/assigned-sheets.js';
import { Assignment } from './assignment.entity.js';

export interface AssignedRoundPlaces {
  readonly perApplication: number;
  readonly places: readonly AssignedPlace[];
}

/** The assignment in force, read in the caller's transaction; null while the whole panel scores. */
export async function assignedPlaces(
  database: Database,
  roundId: string,
): Promise<AssignedRoundPlaces | null> {
  const [assignment] = await database
    .repo(Assignment)
    .find({ where: { roundId }, order: { number: 'DESC' }, take: 1 });
  if (!assignment?.problem || !assignment.plan) return null;
  return {
    perApplication: assignment.problem.perEntry,
    places: placesOf(assignment.problem, assignment.plan),
  };
}

/** Every place of an applied assignment; applications that kept more sheets are part of it. */
export function placesOf(problem: RoundProblem, plan: AssignmentPlan): readonly AssignedPlace[] {
  const ids = new Map(problem.entries.map(({ id, application }) => [id, application]));
  const planned = plan.assignments.map(({ entry, judge }) => ({
    seat: Number(judge),
    applicationId: ids.get(entry)!,
  }));
  const settled = problem.settled.map(({ judge, application }) => ({
    seat: Number(judge),
    applicationId: application,
  }));
  return [...planned, ...settled];
}
