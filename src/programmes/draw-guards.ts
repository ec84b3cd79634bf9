import type { GuardFacts, GuardRule } from './guard-facts.js';

/**
 * How the panels came about (P07), in one place. A drawn panel speaks through its record: revealed,
 * signed by both sides, witnessed. A seat filled by hand has no seed to reveal: it counts when it has
 * its reason and both the signed record and the supervisor's witness are registered for the panel as
 * it is now.
 */
export const DRAW_RULES = {
  panelAndAlternatesDrawn: ({ panels }) => ({
    met: panels.length > 0 && panels.every(({ problems }) => problems === 0),
    open: panels.filter(({ problems }) => problems > 0).length,
  }),
  seedRevealed: (facts) => ({
    met: facts.counts.drawsUnrevealed === 0 && (allDrawn(facts) || chosenOpenly(facts)),
    open: facts.counts.drawsUnrevealed + facts.counts.seatsWithoutReason,
  }),
  drawRecordSigned: (facts) => ({
    met:
      facts.counts.drawsUnsigned === 0 &&
      (allDrawn(facts) || facts.attested.has('drawRecordSigned')),
    open: facts.counts.drawsUnsigned,
  }),
} satisfies Record<string, GuardRule>;

/** Without a witness no draw reaches its reveal, so a panel that was drawn was witnessed. */
export function drawWitnessed(facts: GuardFacts): boolean {
  return allDrawn(facts) || facts.attested.has('supervisorWitnesses');
}

function allDrawn({ counts }: GuardFacts): boolean {
  return counts.seats > 0 && counts.seatsByHand === 0;
}

function chosenOpenly({ attested, counts }: GuardFacts): boolean {
  const witnessed = attested.has('drawRecordSigned') && attested.has('supervisorWitnesses');
  return counts.seats > 0 && counts.seatsWithoutReason === 0 && witnessed;
}
