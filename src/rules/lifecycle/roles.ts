/** Roles of the rule book; labels are under `role`. */
export const ROLES = [
  'Public',
  'Agent',
  'LegalRepresentative',
  'DivisionReviewer',
  'DivisionApprover',
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Judge',
  'Chair',
  'Tabulator',
  'ReviewCommittee',
  'Approver',
  'Publisher',
  'Supervisor',
  'SystemAdmin',
  'AuditAdmin',
] as const;

export type Role = (typeof ROLES)[number];

/** Who moves a lifecycle: a person in a role, or the clock and the computation. */
export type Actor = Role | 'System';

export const MERCHANT_ROLES = ['Agent', 'LegalRepresentative'] as const satisfies readonly Role[];

/** Roles of the offices and of judging, none of which a merchant's account may hold. */
export const OFFICE_AND_JUDGE_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== 'Public' && role !== 'Agent' && role !== 'LegalRepresentative',
);
