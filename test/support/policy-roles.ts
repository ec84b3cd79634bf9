import type { Role } from '../../src/rules/lifecycle/roles.js';

/**
 * Who may pass under each policy, written out by hand from the rule book and not read from the
 * program: a policy that is widened in the source disagrees with this table.
 */
export const policyRoles: Readonly<Record<string, 'everybody' | 'signedIn' | readonly Role[]>> = {
  public: 'everybody',
  signedIn: 'signedIn',
  merchant: ['Agent', 'LegalRepresentative'],
  division: ['DivisionReviewer', 'DivisionApprover'],
  'division.review': ['DivisionReviewer'],
  'division.approve': ['DivisionApprover'],
  office: ['CityRegistrar', 'Screener', 'Verifier', 'Tabulator', 'Approver', 'Publisher'],
  'office.read': [
    'CityRegistrar',
    'Screener',
    'Verifier',
    'Tabulator',
    'Approver',
    'Publisher',
    'Supervisor',
  ],
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
};

export function mayPass(policy: string, role: Role): boolean {
  const roles = policyRoles[policy];
  if (roles === undefined) throw new Error(`test/support/policy-roles.ts lacks “${policy}”.`);
  return typeof roles === 'string' || roles.includes(role);
}
