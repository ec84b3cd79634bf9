export interface Replacement {
  /** The seat came from a witnessed draw. */
  readonly drawn: boolean;
  /** The panel is still being put together: nobody has been told, nobody has declared. */
  readonly assembling: boolean;
  readonly alternate: boolean;
  /** An alternate is to take the seat. */
  readonly promote: boolean;
  /** The line has somebody who can take it. */
  readonly next: boolean;
}

/** A judge who was drawn, or who has begun, leaves by two people (R14); a draft of a panel is changed by one. */
export function needsSecondPerson({ drawn, assembling }: Replacement): boolean {
  return drawn || !assembling;
}

/** What keeps a judge from leaving as proposed: the line decides who comes, and it is not passed over. */
export function replacementProblem(
  replacement: Replacement,
):
  | 'judging.panel.noAlternate'
  | 'judging.panel.noDrawnAlternate'
  | 'judging.removal.passedOver'
  | null {
  const { drawn, alternate, promote, next } = replacement;
  if (alternate) return null;
  if (promote && !next)
    return drawn ? 'judging.panel.noDrawnAlternate' : 'judging.panel.noAlternate';
  return !promote && next && drawn ? 'judging.removal.passedOver' : null;
}
