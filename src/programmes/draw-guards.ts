import type { GuardFacts, GuardRule } from './guard-facts.js';

/**
 * How the panels came about (P07), in one place. A panel chosen by hand has no seed to reveal: it
 * counts as drawn when each seat has its reason and both the signed record and the supervisor's
 * witness are registered for the panel as it is now.
 */
export const DRAW_RULES = {
  panelAndAlternatesDrawn: ({ panels }) => ({
    met: panels.length > 0 && panels.every(({ problems }) => problems === 0),
    open: panels.filter(({ problems }) => problems > 0).length,
  }),
  seedRevealed: (facts) => ({ met: chosenOpenly(facts), open: facts.counts.seatsWithoutReason }),
  drawRecordSigned: ({ attested }) => ({ met: attested.has('drawRecordSigned'), open: null }),
} satisfies Record<string, GuardRule>;

function chosenOpenly({ attested, counts }: GuardFacts): boolean {
  const witnessed = attested.has('drawRecordSigned') && attested.has('supervisorWitnesses');
  return counts.seats > 0 && counts.seatsWithoutReason === 0 && witnessed;
}
