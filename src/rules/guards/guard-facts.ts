import type { PROGRAMME_AWARD_ROWS } from '../lifecycle/programme-award-rows.js';
import type { PROGRAMME_SELECTION_ROWS } from '../lifecycle/programme-selection-rows.js';
import type { PanelSeat } from '../rounds/panel-rule.js';

export type ProgrammeGuard = (
  typeof PROGRAMME_SELECTION_ROWS | typeof PROGRAMME_AWARD_ROWS
)[number]['guards'][number];

/** A guard that somebody registered as met, while the programme was in a state. */
export interface AttestedFact {
  readonly guard: string;
  readonly state: string;
  readonly recordedAt: string;
}

/** A duty of somebody who can act in a county office now. */
export interface DivisionDuty {
  readonly divisionCode: string;
  readonly role: string;
  readonly accountId: string;
}

/** What the programme itself knows: rules, basis, calendar, what people registered. */
export interface ProgrammeFacts {
  readonly state: string;
  readonly today: string;
  readonly records: readonly AttestedFact[];
  readonly rulesFrozen: boolean;
  readonly ruleProblems: number;
  readonly basisInForce: boolean;
  readonly yearsLoaded: boolean;
  /** Null while the calendar lacks a year. */
  readonly window: { readonly longEnough: boolean; readonly workingDays: number } | null;
  readonly deadlinePassed: boolean;
  readonly divisionDuties: readonly DivisionDuty[];
  /** The newest year whose review of titles was closed; null before the first. */
  readonly reviewClosedFor: number | null;
}

/** Counted over the applications of a programme. */
export interface ApplicationFacts {
  readonly divisionPending: number;
  readonly screeningPending: number;
  readonly verificationPending: number;
  readonly figuresWithoutVerdict: number;
  readonly figuresWithoutSecondReading: number;
  readonly vetoChecksMissing: number;
  readonly creditQueriesMissing: number;
  /** Categories with fewer applications than their quota needs. */
  readonly fieldsTooSmall: number;
}

/** Counted over panels, draws, declarations and sheets. */
export interface JudgingFacts {
  readonly seats: number;
  readonly seatsByHand: number;
  readonly seatsWithoutReason: number;
  readonly seatsUndeclared: number;
  readonly seatsUnfilled: number;
  readonly drawsUnrevealed: number;
  readonly drawsUnsigned: number;
  readonly softConflictsOpen: number;
  readonly sheetsBegun: number;
  /** Categories without enough anchors, and seats whose judges have not done theirs. */
  readonly anchorsOpen: number;
  /** Sheets on paper that are not keyed twice alike, settled or taken back. */
  readonly papersOpen: number;
  /** When a seat was last given or vacated, or null before the first. */
  readonly panelChangedAt: string | null;
  /** The occupied seats of each category that has applications for a panel; none is an empty panel. */
  readonly panels: readonly (readonly PanelSeat[])[];
  readonly rounds: readonly RoundFact[];
}

/** A round that judges must score, and what is left to do in it. */
export interface RoundFact {
  readonly round: { readonly kind: 'material' | 'defence' };
  readonly sheets: number;
  readonly unsigned: number;
  readonly openFlags: number;
}

/** Counted over standings, lists, notices, objections and titles. */
export interface AwardFacts {
  readonly categoriesInReview: number;
  readonly categoriesLocked: number;
  readonly locksConfirmed: number;
  readonly locksWitnessed: number;
  readonly applicationsInStanding: number;
  readonly applicationsToRank: number;
  readonly tiesOpen: number;
  readonly proposedLists: number;
  readonly proposedListsWithStatement: number;
  readonly proposedListsWithMinutes: number;
  readonly awardLists: number;
  readonly awardListsWithMinutes: number;
  readonly awardListsNumbered: number;
  readonly awardListsConfirmed: number;
  readonly callNotices: number;
  /** First day that the notice of the defence names; null while none is posted. */
  readonly defenceDay: string | null;
  readonly noticeEnded: boolean;
  readonly objectionsReceived: number;
  readonly objectionsOpen: number;
  readonly objectionsOpenWithoutHold: number;
  readonly selectedWithoutTitle: number;
  readonly titles: number;
  /** Neither reviewed for the year nor ended. */
  readonly titlesToReview: readonly Named[];
  /** Reviews of the year that is under review, open or not. */
  readonly titleReviews: number;
  readonly titlesInForce: number;
}

/** Everything the guards of one programme are decided from. */
export interface GuardFacts {
  readonly programme: ProgrammeFacts;
  readonly applications: ApplicationFacts;
  readonly judging: JudgingFacts;
  readonly awards: AwardFacts;
}

/** The facts, with the guards that people attested as far as that still holds. */
export interface KnownFacts extends GuardFacts {
  readonly attested: ReadonlySet<string>;
}

/** One of the open things, for a link to where it is worked off. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** Whether a guard is met, and how many things are still open when they can be counted. */
export interface Finding {
  readonly met: boolean;
  readonly open: number | null;
  /** The open things themselves, where they have a page each. */
  readonly named?: readonly Named[];
}

export type GuardRule = (facts: KnownFacts) => Finding;
