import type { Role } from '../../rules/lifecycle/roles.js';
import { type Actor, holds } from '../actor.js';

const merchant = ['Agent', 'LegalRepresentative'] as const;
const division = ['DivisionReviewer', 'DivisionApprover'] as const;
const office = [
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Tabulator',
  'Approver',
  'Publisher',
] as const;

/**
 * Who may open what: every handler names one of these. A list of roles, everybody, or anybody signed
 * in. A right to a role is not a right to every row: rows are loaded through the actor's scope.
 */
export const policies = {
  public: 'everybody',
  signedIn: 'signedIn',
  merchant,
  division,
  'division.review': ['DivisionReviewer'],
  'division.approve': ['DivisionApprover'],
  office,
  'office.read': [...office, 'Supervisor'],
  'programme.prepare': ['CityRegistrar'],
  'programme.approve': ['Approver'],
  'programme.publish': ['Publisher'],
  'registry.edit': ['CityRegistrar'],
  'registry.read': ['CityRegistrar', 'Screener', 'Verifier', 'Approver', 'Supervisor'],
  screen: ['Screener'],
  'screen.confirm': ['Screener', 'Verifier'],
  verify: ['Verifier'],
  'application.reexamine': ['CityRegistrar'],
  'panel.seat': ['CityRegistrar'],
  'paper.issue': ['CityRegistrar', 'Tabulator'],
  'paper.settle': ['Tabulator', 'Approver'],
  'defence.record': ['CityRegistrar', 'Verifier', 'Tabulator'],
  'hall.laptop': ['CityRegistrar'],
  'removal.read': ['CityRegistrar', 'Approver', 'Supervisor'],
  'removal.decide': ['Approver'],
  'anchor.read': ['CityRegistrar', 'Approver', 'Supervisor'],
  'anchor.prepare': ['CityRegistrar'],
  'anchor.confirm': ['Approver'],
  'draw.sign': ['CityRegistrar', 'Supervisor'],
  'draw.void': ['CityRegistrar', 'Approver'],
  'assignment.read': ['CityRegistrar', 'Approver', 'Supervisor'],
  judge: ['Judge', 'Chair'],
  'standings.lock': ['Tabulator'],
  'standings.read': ['Tabulator', 'Approver', 'CityRegistrar', 'Supervisor'],
  'list.read': ['CityRegistrar', 'Approver', 'Publisher', 'Supervisor'],
  'list.prepare': ['CityRegistrar', 'Publisher'],
  'list.approve': ['Approver'],
  'objection.handle': ['CityRegistrar', 'Approver'],
  'objection.read': ['CityRegistrar', 'Approver', 'Supervisor'],
  'objection.decide': ['Approver'],
  'title.confer': ['CityRegistrar'],
  'title.read': ['CityRegistrar', 'Verifier', 'Approver', 'Publisher', 'Supervisor'],
  'title.keep': ['CityRegistrar'],
  'title.decide': ['Approver'],
  supervise: ['Supervisor'],
  witness: ['Supervisor'],
  'journal.read': ['Supervisor', 'AuditAdmin'],
  administer: ['SystemAdmin'],
} as const satisfies Record<string, 'everybody' | 'signedIn' | readonly Role[]>;

export type Policy = keyof typeof policies;

export function allows(policy: Policy, actor: Actor | null): boolean {
  const rule = policies[policy];
  if (rule === 'everybody') return true;
  if (rule === 'signedIn') return actor !== null;
  return holds(actor, ...rule);
}
