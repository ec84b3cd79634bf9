import { programmeIn } from '../lifecycle/programme-groups.js';
import { panelProblems } from '../rounds/panel-rule.js';
import { heldAttestations } from './attestations.js';
import { DRAW_RULES, drawWitnessed } from './draw-guards.js';
import { yearUnderReview } from '../titles/review-year.js';
import type {
  Finding,
  GuardFacts,
  GuardRule,
  KnownFacts,
  ProgrammeGuard,
  RoundFact,
} from './guard-facts.js';
import { divisionsUnstaffed } from './staffed-divisions.js';

export type Findings = Readonly<Record<ProgrammeGuard, Finding>>;

/** Whether each guard that a row of the programme's lifecycle names is met. */
export function guardFindings(facts: GuardFacts): Findings {
  const { state, records } = facts.programme;
  const attested = heldAttestations(records, state, facts.judging.panelChangedAt);
  const known: KnownFacts = { ...facts, attested };
  const found = Object.entries(GUARD_RULES).map(([guard, rule]) => [guard, rule(known)]);
  return Object.fromEntries(found) as Findings;
}

const when = (test: (facts: KnownFacts) => boolean): GuardRule => {
  return (facts) => ({ met: test(facts), open: null });
};
const none = (count: (facts: KnownFacts) => number): GuardRule => {
  return (facts) => ({ met: count(facts) === 0, open: count(facts) });
};
const attested = (guard: ProgrammeGuard): GuardRule => when((facts) => facts.attested.has(guard));

const GUARD_RULES: Readonly<Record<ProgrammeGuard, GuardRule>> = {
  legalBasisApproved: when(({ programme }) => programme.basisInForce),
  rubricWeightsSumTo100: none(({ programme }) => programme.ruleProblems),
  ruleVersionFrozen: when(({ programme }) => programme.rulesFrozen),
  calendarLoaded: when(({ programme }) => programme.yearsLoaded),
  divisionsStaffed: none(({ programme }) => divisionsUnstaffed(programme.divisionDuties)),
  applicationNoticePublished: when(({ awards }) => awards.callNotices > 0),
  applicationWindowLongEnough: ({ programme }) => ({
    met: programme.window?.longEnough ?? false,
    open: programme.window?.workingDays ?? 0,
  }),
  applicationDeadlinePassed: when(({ programme }) => programme.deadlinePassed),
  divisionOpinionsSignedOrTakenOver: none(({ applications }) => applications.divisionPending),
  everyApplicationScreened: none(({ applications }) => applications.screeningPending),
  vetoChecksDated: none(({ applications }) => applications.vetoChecksMissing),
  everyFigureHasVerdict: none(
    ({ applications }) => applications.verificationPending + applications.figuresWithoutVerdict,
  ),
  secondReadingDone: none(({ applications }) => applications.figuresWithoutSecondReading),
  panelAndAlternatesDrawn: ({ judging: { panels } }) => {
    const faulty = panels.filter((seats) => panelProblems(seats).length > 0).length;
    const open = panels.length === 0 ? 1 : faulty;
    return { met: open === 0, open };
  },
  ...DRAW_RULES,
  supervisorWitnesses: when((facts) =>
    programmeIn.scoresLocked.has(facts.programme.state)
      ? facts.awards.locksWitnessed >= Math.max(1, facts.awards.categoriesInReview)
      : drawWitnessed(facts),
  ),
  everyJudgeDeclared: none(({ judging }) => judging.seatsUndeclared),
  softConflictsDecided: none(({ judging }) => judging.softConflictsOpen),
  vacatedSeatsFilled: none(({ judging }) => judging.seatsUnfilled),
  everySheetSigned: (facts) => signed(facts, 'material'),
  calibrationDone: none(({ judging }) => judging.anchorsOpen),
  spreadFlagOpen: when((facts) => spreadOpen(facts) > 0),
  // Until the last signature nobody can know.
  noSpreadFlagOpen: (facts) => ({
    met: signed(facts, heardNow(facts)).met && spreadOpen(facts) === 0,
    open: spreadOpen(facts),
  }),
  defenceHasWeight: when((facts) => roundsOf(facts, 'defence').length > 0),
  defenceHasNoWeight: when((facts) => roundsOf(facts, 'defence').length === 0),
  // It names a day at least three working days after its posting.
  defenceNoticeGiven: ({ programme: { today }, awards: { defenceDay } }) => ({
    met: defenceDay !== null && defenceDay <= today,
    open: defenceDay === null ? 1 : 0,
  }),
  everyDefenceSheetSigned: (facts) => signed(facts, 'defence'),
  paperAndScreenReconciled: none(({ judging }) => judging.papersOpen),
  compositeComputed: ({ awards }) => ({
    met: awards.categoriesLocked >= Math.max(1, awards.categoriesInReview),
    open: Math.max(0, awards.categoriesInReview - awards.categoriesLocked),
  }),
  workingPagesProduced: ({ awards }) => ({
    met:
      awards.applicationsInStanding > 0 &&
      awards.applicationsInStanding >= awards.applicationsToRank,
    open: Math.max(0, awards.applicationsToRank - awards.applicationsInStanding),
  }),
  secondPersonConfirmsHash: when(({ programme, awards }) =>
    programmeIn.published.has(programme.state)
      ? awards.awardListsConfirmed > 0
      : awards.locksConfirmed >= Math.max(1, awards.categoriesInReview),
  ),
  minutesSigned: when(({ awards }) => awards.proposedListsWithMinutes > 0),
  cutLineSheetRead: attested('cutLineSheetRead'),
  tiesDecided: none(({ awards }) => awards.tiesOpen),
  proposedListFixed: when(({ awards }) => awards.proposedLists > 0),
  creditQueryRenewed: none(({ applications }) => applications.creditQueriesMissing),
  noticePeriodEnded: when(({ awards }) => awards.noticeEnded),
  everyObjectionAcceptedOrRefused: none(({ awards }) => awards.objectionsReceived),
  acceptedObjectionOpen: when(({ awards }) => awards.objectionsOpen > 0),
  noAcceptedObjectionOpen: none(({ awards }) => awards.objectionsOpen),
  objectionsDecidedAndAnsweredOrHeldAlone: none(({ awards }) => awards.objectionsOpenWithoutHold),
  decisionRecorded: when(({ awards }) => awards.awardListsWithMinutes > 0),
  supervisorStatementFiled: when(({ awards }) => awards.proposedListsWithStatement > 0),
  documentNumberAssigned: when(({ awards }) => awards.awardListsNumbered > 0),
  outputsOfOneVersion: when(({ awards }) => awards.awardLists === 1),
  certificatesNumbered: ({ awards }) => ({
    met: awards.titles > 0 && awards.selectedWithoutTitle === 0,
    open: awards.selectedWithoutTitle,
  }),
  // Where nothing was looked at there is no review to end.
  everyTitleReviewedOrEnded: ({ awards: { titlesToReview, titleReviews } }) => ({
    met: titlesToReview.length === 0 && titleReviews > 0,
    open: titlesToReview.length,
    named: titlesToReview,
  }),
  // A year is reviewed once: what comes up later about a title is a review of its own.
  yearReviewNotClosed: when(
    ({ programme: { reviewClosedFor, today } }) => (reviewClosedFor ?? 0) < yearUnderReview(today),
  ),
  everyTitleEnded: none(({ awards }) => awards.titlesInForce),
  archivePackageVerified: attested('archivePackageVerified'),
  publicReasonGiven: when(() => false),
  cancellationGroundHolds: when(({ applications }) => applications.fieldsTooSmall > 0),
};

function roundsOf({ judging }: KnownFacts, kind: RoundFact['round']['kind']): readonly RoundFact[] {
  return judging.rounds.filter(({ round }) => round.kind === kind);
}

/** Every round of the kind has its sheets and none of them is open; a round not yet opened has none. */
function signed(facts: KnownFacts, kind: RoundFact['round']['kind']): Finding {
  const rounds = roundsOf(facts, kind);
  const open = rounds.reduce((sum, { unsigned }) => sum + unsigned, 0);
  return { met: open === 0 && rounds.length > 0 && rounds.every(({ sheets }) => sheets > 0), open };
}

/** Flags of the files are scored again before the defence; from then on its own are looked at. */
function heardNow({ programme }: KnownFacts): RoundFact['round']['kind'] {
  return programmeIn.defence.has(programme.state) ? 'defence' : 'material';
}

function spreadOpen(facts: KnownFacts): number {
  return roundsOf(facts, heardNow(facts)).reduce((sum, { openFlags }) => sum + openFlags, 0);
}
