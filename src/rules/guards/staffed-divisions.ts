import { RECOMMENDING_DIVISIONS } from '../programme/recommending-divisions.js';
import type { DivisionDuty } from './guard-facts.js';

/** Of six divisions, how many lack a reviewer and an approver who are two people. */
export function divisionsUnstaffed(duties: readonly DivisionDuty[]): number {
  return RECOMMENDING_DIVISIONS.filter((division) => {
    const own = duties.filter((duty) => duty.divisionCode === division);
    const reviewers = own.filter((duty) => duty.role === 'DivisionReviewer');
    const approvers = own.filter((duty) => duty.role === 'DivisionApprover');
    return !reviewers.some((one) => approvers.some((two) => two.accountId !== one.accountId));
  }).length;
}
