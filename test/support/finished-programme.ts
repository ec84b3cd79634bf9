import type { GuardFacts } from '../../src/rules/guards/guard-facts.js';
import { RECOMMENDING_DIVISIONS } from '../../src/rules/programme/recommending-divisions.js';

/** A programme in which everything asked for is there and nothing is left open. */
export const done: GuardFacts = {
  programme: {
    state: 'MaterialReview',
    today: '2026-09-02',
    records: ['archivePackageVerified'].map((guard) => ({
      guard,
      state: 'MaterialReview',
      recordedAt: '2026-09-02T01:00:00.000Z',
    })),
    rulesFrozen: true,
    ruleProblems: 0,
    basisInForce: true,
    yearsLoaded: true,
    window: { longEnough: true, workingDays: 20 },
    deadlinePassed: true,
    divisionDuties: RECOMMENDING_DIVISIONS.flatMap((divisionCode) => [
      { divisionCode, role: 'DivisionReviewer', accountId: `${divisionCode}-one` },
      { divisionCode, role: 'DivisionApprover', accountId: `${divisionCode}-two` },
    ]),
    reviewClosedFor: null,
  },
  applications: {
    divisionPending: 0,
    screeningPending: 0,
    verificationPending: 0,
    figuresWithoutVerdict: 0,
    figuresWithoutSecondReading: 0,
    vetoChecksMissing: 0,
    creditQueriesMissing: 0,
    fieldsTooSmall: 0,
  },
  judging: {
    seats: 6,
    seatsByHand: 0,
    seatsWithoutReason: 0,
    seatsUndeclared: 0,
    seatsUnfilled: 0,
    drawsUnrevealed: 0,
    drawsUnsigned: 0,
    softConflictsOpen: 0,
    sheetsBegun: 5,
    anchorsOpen: 0,
    papersOpen: 0,
    panelChangedAt: '2026-09-01T01:00:00.000Z',
    panels: [
      [1, 2, 3, 4, 5].map((number) => ({
        number,
        organisation: `O${number}`,
        division: null,
        chair: number === 1,
        alternate: false,
      })),
    ],
    rounds: [{ round: { kind: 'material' }, sheets: 5, unsigned: 0, openFlags: 0 }],
  },
  awards: {
    categoriesInReview: 2,
    categoriesLocked: 2,
    locksConfirmed: 2,
    locksWitnessed: 2,
    applicationsInStanding: 3,
    applicationsToRank: 3,
    tiesOpen: 0,
    proposedLists: 1,
    proposedListsWithStatement: 1,
    proposedListsWithMinutes: 1,
    awardLists: 1,
    awardListsWithMinutes: 1,
    awardListsNumbered: 1,
    awardListsConfirmed: 1,
    callNotices: 1,
    defenceDay: '2026-09-02',
    noticeEnded: true,
    objectionsReceived: 0,
    objectionsOpen: 0,
    objectionsOpenWithoutHold: 0,
    selectedWithoutTitle: 0,
    titles: 3,
    titlesToReview: [],
    titleReviews: 3,
    titlesInForce: 0,
  },
};

export type Change = { [Part in keyof GuardFacts]?: Partial<GuardFacts[Part]> };

export function changed(change: Change): GuardFacts {
  return {
    programme: { ...done.programme, ...change.programme },
    applications: { ...done.applications, ...change.applications },
    judging: { ...done.judging, ...change.judging },
    awards: { ...done.awards, ...change.awards },
  };
}
