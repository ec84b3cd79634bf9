export interface RevocationFacts {
  readonly proposedBy: string;
  readonly statementDueOn: string;
  readonly statedAt: string | null;
  readonly decidedBy: string | null;
  readonly decision: RevocationDecision | null;
}

export const REVOCATION_DECISIONS = ['revoke', 'keep'] as const;
export type RevocationDecision = (typeof REVOCATION_DECISIONS)[number];

/** The merchant has said what it wanted to say, or let the days pass. */
export function wasHeard({ statementDueOn, statedAt }: RevocationFacts, today: string): boolean {
  return statedAt !== null || today > statementDueOn;
}

/** A second person has decided that the title ends. */
export function wasDecidedByTwo({ decision, decidedBy, proposedBy }: RevocationFacts): boolean {
  return decision === 'revoke' && decidedBy !== null && decidedBy !== proposedBy;
}
