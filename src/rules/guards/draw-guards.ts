import type { GuardRule, KnownFacts } from './guard-facts.js';

/**
 * How the panels came about (P07), in one place. A drawn panel speaks through its record: revealed,
 * signed by both sides, witnessed. A seat filled by hand has no seed to reveal: it counts when it has
 * its reason and both the signed record and the supervisor's witness are registered for the panel as
 * it is now.
 */
export const DRAW_RULES = {
  seedRevealed: (facts) => ({
    met: facts.judging.drawsUnrevealed === 0 && (allDrawn(facts) || chosenOpenly(facts)),
    open: facts.judging.drawsUnrevealed + facts.judging.seatsWithoutReason,
  }),
  drawRecordSigned: (facts) => ({
    met:
      facts.judging.drawsUnsigned === 0 &&
      (allDrawn(facts) || facts.attested.has('drawRecordSigned')),
    open: facts.judging.drawsUnsigned,
  }),
} satisfies Record<string, GuardRule>;

/** Without a witness no draw reaches its reveal, so a panel that was drawn was witnessed. */
export function drawWitnessed(facts: KnownFacts): boolean {
  return allDrawn(facts) || facts.attested.has('supervisorWitnesses');
}

function allDrawn({ judging }: KnownFacts): boolean {
  return judging.seats > 0 && judging.seatsByHand === 0;
}

function chosenOpenly({ attested, judging }: KnownFacts): boolean {
  const witnessed = attested.has('drawRecordSigned') && attested.has('supervisorWitnesses');
  return judging.seats > 0 && judging.seatsWithoutReason === 0 && witnessed;
}
