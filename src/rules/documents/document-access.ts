import type { Role } from '../lifecycle/roles.js';

export const DOCUMENT_OWNERS = [
  'merchant',
  'application',
  'programme',
  'recommendation',
  'veto',
  'objection',
  'scoreSheet',
] as const;
export type DocumentOwner = (typeof DOCUMENT_OWNERS)[number];

/** One sheet of the reader on the application behind the document: members and alternates alike. */
export interface JudgeFacts {
  readonly seatVacated: boolean;
  /** State of the conflict declaration on the application; null before the judge declared. */
  readonly conflict: string | null;
  readonly round: string;
  readonly blind: boolean;
  /** State of the sheet: a voided one shows nothing any more. */
  readonly sheet: string;
  /** Whether the document proves an indicator that this sheet scores. */
  readonly onSheet: boolean;
  /** Anchors that the reader is to score before the files of this round. */
  readonly anchorsOpen: number;
}

export interface DocumentFacts {
  readonly ownerType: DocumentOwner;
  /** Merchant behind the document, null for a programme's or an objection's. */
  readonly merchantId: string | null;
  /** Whether the application was ever handed in: a draft is its merchant's alone. */
  readonly submitted: boolean;
  /** Divisions that work on an application of this merchant. */
  readonly divisionCodes: readonly string[];
  readonly reader: {
    readonly roles: readonly Role[];
    readonly merchantIds: readonly string[];
    readonly divisionCodes: readonly string[];
  };
  readonly judge: readonly JudgeFacts[];
  /** Of the picture of a sheet on paper; null for any other document. */
  readonly paper: PaperFacts | null;
}

export interface PaperFacts {
  /** The reader is the judge whose sheet it is, and it is valid. */
  readonly ownSheet: boolean;
  readonly round: string;
}

export type DocumentAccess = 'merchant' | 'division' | 'office' | 'judge' | 'blindJudge' | null;

const office: readonly Role[] = [
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Tabulator',
  'Approver',
  'Publisher',
  'Supervisor',
];

interface OwnerRule {
  readonly merchant: boolean;
  readonly division: boolean;
  readonly office: readonly Role[];
  /** True where the office waits for the submission. */
  readonly afterSubmission: boolean;
}

/** Who may open a document, by what it belongs to; an objector's papers stay with the handlers. */
const rules: Readonly<Record<DocumentOwner, OwnerRule>> = {
  merchant: { merchant: true, division: true, office, afterSubmission: false },
  application: { merchant: true, division: true, office, afterSubmission: true },
  programme: { merchant: false, division: false, office, afterSubmission: false },
  recommendation: { merchant: false, division: true, office, afterSubmission: false },
  veto: { merchant: false, division: false, office, afterSubmission: false },
  objection: {
    merchant: false,
    division: false,
    office: ['CityRegistrar', 'Approver', 'Supervisor'],
    afterSubmission: false,
  },
  scoreSheet: {
    merchant: false,
    division: false,
    office: ['CityRegistrar', 'Tabulator', 'Approver', 'Supervisor'],
    afterSubmission: false,
  },
};

/** As whom the reader may open the document, or null: facts in, one answer out. */
export function documentAccess(facts: DocumentFacts): DocumentAccess {
  const rule = rules[facts.ownerType];
  const { reader, paper } = facts;
  // The points on it are nobody's but the judge's before the lock, whoever put it there.
  if (paper?.ownSheet) return 'judge';
  if (paper && paper.round !== 'Locked') return null;
  const handedIn = facts.submitted || !rule.afterSubmission;
  if (rule.merchant && facts.merchantId && reader.merchantIds.includes(facts.merchantId)) {
    return 'merchant';
  }
  if (handedIn && reader.roles.some((role) => rule.office.includes(role))) return 'office';
  if (
    rule.division &&
    facts.submitted &&
    reader.divisionCodes.some((code) => facts.divisionCodes.includes(code))
  ) {
    return 'division';
  }
  const seats = facts.judge.filter(mayJudgeRead);
  if (seats.length === 0) return null;
  return seats.some((seat) => seat.blind) ? 'blindJudge' : 'judge';
}

/** Seated with a valid sheet, not recused or barred, scale tried, round open, and only what that sheet shows. */
function mayJudgeRead(seat: JudgeFacts): boolean {
  return (
    !seat.seatVacated &&
    (seat.conflict === 'none' || seat.conflict === 'cleared') &&
    seat.round === 'Open' &&
    seat.sheet !== 'Voided' &&
    seat.onSheet &&
    seat.anchorsOpen === 0
  );
}
