import {
  REVOCATION_GROUNDS,
  WARNING_GROUNDS,
  type ReviewVeto,
  type WarningGround,
} from './title-grounds.js';

export const ELIGIBILITIES = ['met', 'notMet'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];
export const COMPLAINTS = ['none', 'answered', 'unanswered'] as const;
export type Complaints = (typeof COMPLAINTS)[number];

/** What a review rests on; null is "not looked at yet". */
export interface ReviewFacts {
  readonly returnFiled: boolean;
  /** Day on which the credit sources were asked. */
  readonly creditAsOf: string | null;
  readonly creditHit: ReviewVeto | null;
  readonly eligibility: Eligibility | null;
  readonly complaints: Complaints | null;
}

export type ReviewMark = 'good' | 'open' | 'fault';
export type ReviewPart = 'annualReturn' | 'credit' | 'eligibility' | 'complaints';

/** The four things that every review looks at, in the order of the page. */
export function reviewMarks(facts: ReviewFacts): Readonly<Record<ReviewPart, ReviewMark>> {
  return {
    annualReturn: facts.returnFiled ? 'good' : 'fault',
    credit: facts.creditAsOf === null ? 'open' : facts.creditHit === null ? 'good' : 'fault',
    eligibility: marked(facts.eligibility, 'notMet'),
    complaints: marked(facts.complaints, 'unanswered'),
  };
}

function marked(found: string | null, fault: string): ReviewMark {
  if (found === null) return 'open';
  return found === fault ? 'fault' : 'good';
}

/** Who is next with a review: the verifier, then whoever confirms, warns or proposes the end. */
export type ReviewProposal = 'check' | 'confirm' | 'warn' | 'revoke';

export function reviewProposal(facts: ReviewFacts): ReviewProposal {
  const marks = Object.values(reviewMarks(facts));
  if (marks.includes('open')) return 'check';
  if (endsTitle(facts.creditHit)) return 'revoke';
  return marks.includes('fault') ? 'warn' : 'confirm';
}

/** The faults for which the title may be warned as the review stands. */
export function warningGroundsFound(facts: ReviewFacts): readonly WarningGround[] {
  if (reviewProposal(facts) === 'check') return [];
  const found: Readonly<Record<WarningGround, boolean>> = {
    returnMissing: !facts.returnFiled,
    notEligible: facts.eligibility === 'notMet',
    V3: facts.creditHit === 'V3',
    V11: facts.creditHit === 'V11' || facts.complaints === 'unanswered',
    V12: facts.creditHit === 'V12',
    minorBreach: !endsTitle(facts.creditHit),
  };
  return WARNING_GROUNDS.filter((ground) => found[ground]);
}

function endsTitle(hit: ReviewVeto | null): boolean {
  return hit !== null && (REVOCATION_GROUNDS as readonly string[]).includes(hit);
}
