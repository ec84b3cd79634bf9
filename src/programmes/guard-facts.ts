import type { PROGRAMME_AWARD_ROWS } from '../rules/lifecycle/programme-award-rows.js';
import type { PROGRAMME_SELECTION_ROWS } from '../rules/lifecycle/programme-selection-rows.js';
import { DRAW_RULES, drawWitnessed } from './draw-guards.js';
import type { GuardCounts } from './guard-counts.queries.js';
import type { RoundWork } from './round-work.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

export type ProgrammeGuard = (
  typeof PROGRAMME_SELECTION_ROWS | typeof PROGRAMME_AWARD_ROWS
)[number]['guards'][number];

/** Everything the guards of one programme are decided from. */
export interface GuardFacts {
  readonly state: string;
  readonly counts: GuardCounts;
  /** The panel of each category that has applications for it. */
  readonly panels: readonly PanelFact[];
  readonly rounds: readonly RoundWork[];
  /** Guards that people attested, in this state and for this panel where it must be so. */
  readonly attested: ReadonlySet<string>;
  readonly rulesFrozen: boolean;
  readonly ruleProblems: number;
  readonly basisInForce: boolean;
  readonly yearsLoaded: boolean;
  readonly windowLongEnough: boolean;
  readonly windowDays: number;
  readonly deadlinePassed: boolean;
  /** Of six divisions, how many lack a reviewer, an approver, or a second person. */
  readonly divisionsUnstaffed: number;
  readonly vetoChecksMissing: number;
  readonly creditQueriesMissing: number;
  readonly noticeEnded: boolean;
  readonly minimumFieldMissed: boolean;
}

/** Whether a guard is met, and how many things are still open when they can be counted. */
export interface Finding {
  readonly met: boolean;
  readonly open: number | null;
}

export interface PanelFact {
  readonly code: string;
  /** What keeps it from being opened, counted. */
  readonly problems: number;
}

export type GuardRule = (facts: GuardFacts) => Finding;

const when = (test: (facts: GuardFacts) => boolean): GuardRule => {
  return (facts) => ({ met: test(facts), open: null });
};
const none = (count: (facts: GuardFacts) => number): GuardRule => {
  return (facts) => ({ met: count(facts) === 0, open: count(facts) });
};
const attested = (guard: ProgrammeGuard): GuardRule => when((facts) => facts.attested.has(guard));

/** Every guard that a row of the programme's lifecycle names, and how it is found. */
export const GUARD_RULES: Readonly<Record<ProgrammeGuard, GuardRule>> = {
  legalBasisApproved: when(({ basisInForce }) => basisInForce),
  rubricWeightsSumTo100: none(({ ruleProblems }) => ruleProblems),
  ruleVersionFrozen: when(({ rulesFrozen }) => rulesFrozen),
  calendarLoaded: when(({ yearsLoaded }) => yearsLoaded),
  divisionsStaffed: none(({ divisionsUnstaffed }) => divisionsUnstaffed),
  applicationNoticePublished: when(({ counts }) => counts.callNotices > 0),
  applicationWindowLongEnough: (facts) => ({
    met: facts.windowLongEnough,
    open: facts.windowDays,
  }),
  applicationDeadlinePassed: when(({ deadlinePassed }) => deadlinePassed),
  divisionOpinionsSignedOrTakenOver: (facts) => ({
    met:
      facts.counts.divisionPending === 0 || facts.attested.has('divisionOpinionsSignedOrTakenOver'),
    open: facts.counts.divisionPending,
  }),
  everyApplicationScreened: none(({ counts }) => counts.screeningPending),
  vetoChecksDated: none(({ vetoChecksMissing }) => vetoChecksMissing),
  everyFigureHasVerdict: none(
    ({ counts }) => counts.verificationPending + counts.figuresWithoutVerdict,
  ),
  secondReadingDone: none(({ counts }) => counts.figuresWithoutSecondReading),
  ...DRAW_RULES,
  supervisorWitnesses: when((facts) =>
    programmeIn.scoresLocked.has(facts.state)
      ? facts.counts.locksWitnessed >= Math.max(1, facts.counts.categoriesInReview)
      : drawWitnessed(facts),
  ),
  everyJudgeDeclared: none(({ counts }) => counts.seatsUndeclared),
  softConflictsDecided: none(({ counts }) => counts.softConflictsOpen),
  vacatedSeatsFilled: none(({ counts }) => counts.seatsUnfilled),
  everySheetSigned: (facts) => signed(facts, 'material'),
  calibrationDone: attested('calibrationDone'),
  spreadFlagOpen: when((facts) => spreadOpen(facts) > 0),
  // Until the last signature nobody can know.
  noSpreadFlagOpen: (facts) => ({
    met: signed(facts, 'material').met && spreadOpen(facts) === 0,
    open: spreadOpen(facts),
  }),
  defenceHasWeight: when((facts) => roundsOf(facts, 'defence').length > 0),
  defenceHasNoWeight: when((facts) => roundsOf(facts, 'defence').length === 0),
  everyDefenceSheetSigned: (facts) => signed(facts, 'defence'),
  paperAndScreenReconciled: attested('paperAndScreenReconciled'),
  compositeComputed: (facts) => ({
    met: facts.counts.categoriesLocked >= Math.max(1, facts.counts.categoriesInReview),
    open: Math.max(0, facts.counts.categoriesInReview - facts.counts.categoriesLocked),
  }),
  workingPagesProduced: (facts) => ({
    met:
      facts.counts.applicationsInStanding > 0 &&
      facts.counts.applicationsInStanding >= facts.counts.applicationsToRank,
    open: Math.max(0, facts.counts.applicationsToRank - facts.counts.applicationsInStanding),
  }),
  secondPersonConfirmsHash: when(({ state, counts }) =>
    programmeIn.published.has(state)
      ? counts.awardListsConfirmed > 0
      : counts.locksConfirmed >= Math.max(1, counts.categoriesInReview),
  ),
  minutesSigned: when(
    ({ attested: said, counts }) =>
      said.has('minutesSigned') || counts.proposedListsWithMinutes > 0,
  ),
  cutLineSheetRead: attested('cutLineSheetRead'),
  tiesDecided: none(({ counts }) => counts.tiesOpen),
  proposedListFixed: when(({ counts }) => counts.proposedLists > 0),
  creditQueryRenewed: none(({ creditQueriesMissing }) => creditQueriesMissing),
  noticePeriodEnded: when(({ noticeEnded }) => noticeEnded),
  everyObjectionAcceptedOrRefused: none(({ counts }) => counts.objectionsReceived),
  acceptedObjectionOpen: when(({ counts }) => counts.objectionsOpen > 0),
  noAcceptedObjectionOpen: none(({ counts }) => counts.objectionsOpen),
  objectionsDecidedAndAnsweredOrHeldAlone: none(({ counts }) => counts.objectionsOpenWithoutHold),
  decisionRecorded: when(
    ({ attested: said, counts }) =>
      said.has('decisionRecorded') || counts.awardListsWithMinutes > 0,
  ),
  supervisorStatementFiled: when(
    ({ attested: said, counts }) =>
      said.has('supervisorStatementFiled') || counts.proposedListsWithStatement > 0,
  ),
  documentNumberAssigned: when(({ counts }) => counts.awardListsNumbered > 0),
  outputsOfOneVersion: when(({ counts }) => counts.awardLists === 1),
  certificatesNumbered: (facts) => ({
    met: facts.counts.titles > 0 && facts.counts.selectedWithoutTitle === 0,
    open: facts.counts.selectedWithoutTitle,
  }),
  everyTitleReviewedOrEnded: none(({ counts }) => counts.titlesUnderReview),
  everyTitleEnded: none(({ counts }) => counts.titlesInForce),
  archivePackageVerified: attested('archivePackageVerified'),
  publicReasonGiven: when(() => false),
  cancellationGroundHolds: when(({ minimumFieldMissed }) => minimumFieldMissed),
};

function roundsOf({ rounds }: GuardFacts, kind: RoundWork['round']['kind']): readonly RoundWork[] {
  return rounds.filter(({ round }) => round.kind === kind);
}

/** Every round of the kind has its sheets and none of them is open; a round not yet opened has none. */
function signed(facts: GuardFacts, kind: RoundWork['round']['kind']): Finding {
  const rounds = roundsOf(facts, kind);
  const open = rounds.reduce((sum, { unsigned }) => sum + unsigned, 0);
  return { met: open === 0 && rounds.length > 0 && rounds.every(({ sheets }) => sheets > 0), open };
}

function spreadOpen(facts: GuardFacts): number {
  return roundsOf(facts, 'material').reduce((sum, { openFlags }) => sum + openFlags, 0);
}
