import type { RuleErrorVariables } from '../../rules/rule-error.js';
import type { RoundAssignmentRow } from './assignment.queries.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

export interface AssignmentObstacle {
  readonly code: string;
  readonly variables: RuleErrorVariables;
}

/** What must be settled before anybody is assigned: relations first, and a round that still runs. */
export function assignmentObstacles(
  row: Pick<RoundAssignmentRow, 'state' | 'applications' | 'members' | 'undeclared' | 'awaiting'>,
): readonly AssignmentObstacle[] {
  const found = (code: string, count: number) => ({ code, variables: { count } });
  if (roundIn.locked.has(row.state)) return [found('assignment.round.locked', 0)];
  return [
    ...(row.applications ? [] : [found('assignment.round.noApplications', 0)]),
    ...(row.members ? [] : [found('assignment.round.noPanel', 0)]),
    ...(row.undeclared ? [found('assignment.round.undeclared', row.undeclared)] : []),
    ...(row.awaiting ? [found('assignment.round.awaiting', row.awaiting)] : []),
  ];
}
