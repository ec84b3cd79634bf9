import { MERCHANT_ROLES, OFFICE_AND_JUDGE_ROLES, type Role } from './roles.js';

/** A role, or a part a person plays in one act without being granted a role for it. */
export type DutyName =
  | Role
  | 'RuleChangeAuthor'
  | 'RoundLocker'
  | 'ObjectionReviewExpert'
  | 'FirstPerson'
  | 'SecondPerson';

export type PairScope = 'Always' | 'Programme' | 'Application' | 'Objection' | 'Act';

/** What one account may do, is about to be granted, or has done according to the journal. */
export interface Duty {
  readonly name: DutyName;
  /** Left out for a duty in every programme. */
  readonly programme?: string;
  readonly application?: string;
  readonly objection?: string;
  readonly act?: string;
}

export interface ForbiddenPair {
  readonly key: string;
  readonly left: readonly DutyName[];
  readonly right: readonly DutyName[];
  readonly scope: PairScope;
}

export const FORBIDDEN_PAIRS: readonly ForbiddenPair[] = [
  { key: 'verifierJudge', left: ['Verifier'], right: ['Judge', 'Chair'], scope: 'Application' },
  { key: 'tabulatorPublisher', left: ['Tabulator'], right: ['Publisher'], scope: 'Programme' },
  { key: 'systemAuditAdmin', left: ['SystemAdmin'], right: ['AuditAdmin'], scope: 'Always' },
  {
    key: 'recommenderJudge',
    left: ['DivisionReviewer', 'DivisionApprover'],
    right: ['Judge', 'Chair'],
    scope: 'Programme',
  },
  {
    key: 'reviewerApprover',
    left: ['DivisionReviewer'],
    right: ['DivisionApprover'],
    scope: 'Application',
  },
  {
    key: 'supervisorJudging',
    left: ['Supervisor'],
    right: ['Judge', 'Chair', 'ReviewCommittee'],
    scope: 'Programme',
  },
  {
    key: 'ruleAuthorRoundLocker',
    left: ['RuleChangeAuthor'],
    right: ['RoundLocker'],
    scope: 'Programme',
  },
  {
    key: 'approverObjectionExpert',
    left: ['Approver'],
    right: ['ObjectionReviewExpert'],
    scope: 'Objection',
  },
  { key: 'firstSecondPerson', left: ['FirstPerson'], right: ['SecondPerson'], scope: 'Act' },
  {
    key: 'merchantOffice',
    left: MERCHANT_ROLES,
    right: OFFICE_AND_JUDGE_ROLES,
    scope: 'Always',
  },
];

export interface PairViolation {
  readonly code: `forbiddenPair.${string}`;
  readonly pair: ForbiddenPair;
  readonly existing: Duty;
}

/**
 * The first duty of an account that must not meet a new one. The same check serves the grant of a
 * role (`existing` are the grants) and the execution of an act (`existing` are the grants and what
 * the journal shows the account did).
 */
export function forbiddenPair(
  existing: readonly Duty[],
  proposed: Duty,
  pairs: readonly ForbiddenPair[] = FORBIDDEN_PAIRS,
): PairViolation | null {
  for (const pair of pairs) {
    const clash = existing.find(
      (duty) =>
        (meets(pair, duty.name, proposed.name) || meets(pair, proposed.name, duty.name)) &&
        SCOPE_SHARED[pair.scope](duty, proposed),
    );
    if (clash !== undefined) return { code: `forbiddenPair.${pair.key}`, pair, existing: clash };
  }
  return null;
}

/**
 * The pair that keeps somebody with these duties and acts from a new duty on any application that they
 * touch, or without one.
 */
export function pairOnAnyApplication(
  existing: readonly Duty[],
  proposed: Duty,
): PairViolation | null {
  for (const { application } of [{}, ...existing] as readonly Partial<Duty>[]) {
    const on = application ? { ...proposed, application } : proposed;
    const violation = forbiddenPair(existing, on);
    if (violation) return violation;
  }
  return null;
}

/**
 * A duty without a programme reaches every programme. An application, an objection and an act must
 * be named on both sides: before they are, the clash is not yet there and execution will find it.
 */
const SCOPE_SHARED: Readonly<Record<PairScope, (one: Duty, other: Duty) => boolean>> = {
  Always: () => true,
  Programme: (one, other) =>
    one.programme === undefined ||
    other.programme === undefined ||
    one.programme === other.programme,
  Application: (one, other) => isSame(one.application, other.application),
  Objection: (one, other) => isSame(one.objection, other.objection),
  Act: (one, other) => isSame(one.act, other.act),
};

function meets(pair: ForbiddenPair, left: DutyName, right: DutyName): boolean {
  return pair.left.includes(left) && pair.right.includes(right);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
