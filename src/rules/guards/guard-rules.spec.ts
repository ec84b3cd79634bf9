import { describe, expect, test } from '@jest/globals';
import { type Change, changed, done } from '../../../test/support/finished-programme.js';
import { COUNTED_GUARDS } from './counted-guards.js';
import type { ProgrammeGuard } from './guard-facts.js';
import { guardFindings } from './guard-rules.js';

/** Guards that say that something is the case, not that something is in order. */
const questions: readonly string[] = [
  'spreadFlagOpen',
  'defenceHasWeight',
  'everyDefenceSheetSigned',
  'cutLineSheetRead',
  'acceptedObjectionOpen',
  'publicReasonGiven',
  'cancellationGroundHolds',
];

test('a programme in which everything is there meets every guard, and open things are counted as none', () => {
  const unmet = Object.entries(guardFindings(done)).filter(([, { met }]) => !met);
  expect(unmet.map(([guard]) => guard)).toEqual(questions);
});

const round = done.judging.rounds[0]!;

/** One fact taken away, the guard that notices it, and how many things it then counts. */
const cases: readonly (readonly [ProgrammeGuard, Change, number | null])[] = [
  ['yearReviewNotClosed', { programme: { reviewClosedFor: 2025 } }, null],
  ['legalBasisApproved', { programme: { basisInForce: false } }, null],
  ['rubricWeightsSumTo100', { programme: { ruleProblems: 2 } }, 2],
  ['ruleVersionFrozen', { programme: { rulesFrozen: false } }, null],
  ['calendarLoaded', { programme: { yearsLoaded: false } }, null],
  [
    'divisionsStaffed',
    { programme: { divisionDuties: done.programme.divisionDuties.slice(1) } },
    1,
  ],
  ['applicationNoticePublished', { awards: { callNotices: 0 } }, null],
  ['applicationWindowLongEnough', { programme: { window: null } }, 0],
  [
    'applicationWindowLongEnough',
    { programme: { window: { longEnough: false, workingDays: 19 } } },
    19,
  ],
  ['applicationDeadlinePassed', { programme: { deadlinePassed: false } }, null],
  ['divisionOpinionsSignedOrTakenOver', { applications: { divisionPending: 1 } }, 1],
  ['everyApplicationScreened', { applications: { screeningPending: 1 } }, 1],
  ['vetoChecksDated', { applications: { vetoChecksMissing: 1 } }, 1],
  [
    'everyFigureHasVerdict',
    { applications: { verificationPending: 1, figuresWithoutVerdict: 2 } },
    3,
  ],
  ['secondReadingDone', { applications: { figuresWithoutSecondReading: 1 } }, 1],
  ['panelAndAlternatesDrawn', { judging: { panels: [] } }, 1],
  ['panelAndAlternatesDrawn', { judging: { panels: [[]] } }, 1],
  ['seedRevealed', { judging: { drawsUnrevealed: 1 } }, 1],
  ['seedRevealed', { judging: { seatsByHand: 1, seatsWithoutReason: 1 } }, 1],
  ['seedRevealed', { judging: { seats: 0 } }, 0],
  ['drawRecordSigned', { judging: { seats: 0 } }, 0],
  ['drawRecordSigned', { judging: { drawsUnsigned: 1 } }, 1],
  ['drawRecordSigned', { judging: { seatsByHand: 1 } }, 0],
  ['supervisorWitnesses', { judging: { seatsByHand: 1 } }, null],
  [
    'supervisorWitnesses',
    { programme: { state: 'ScoresLocked' }, awards: { locksWitnessed: 1 } },
    null,
  ],
  ['everyJudgeDeclared', { judging: { seatsUndeclared: 1 } }, 1],
  ['softConflictsDecided', { judging: { softConflictsOpen: 1 } }, 1],
  ['vacatedSeatsFilled', { judging: { seatsUnfilled: 1 } }, 1],
  ['everySheetSigned', { judging: { rounds: [{ ...round, unsigned: 1 }] } }, 1],
  ['everySheetSigned', { judging: { rounds: [{ ...round, sheets: 0 }] } }, 0],
  ['everySheetSigned', { judging: { rounds: [round, { ...round, sheets: 0 }] } }, 0],
  ['calibrationDone', { judging: { anchorsOpen: 1 } }, 1],
  ['noSpreadFlagOpen', { judging: { rounds: [{ ...round, openFlags: 2 }] } }, 2],
  ['noSpreadFlagOpen', { judging: { rounds: [{ ...round, unsigned: 1 }] } }, 0],
  [
    'defenceHasNoWeight',
    { judging: { rounds: [round, { ...round, round: { kind: 'defence' } }] } },
    null,
  ],
  [
    'noSpreadFlagOpen',
    {
      programme: { state: 'Defence' },
      judging: { rounds: [round, { ...round, round: { kind: 'defence' }, openFlags: 1 }] },
    },
    1,
  ],
  ['noSpreadFlagOpen', { programme: { state: 'Defence' } }, 0],
  ['defenceNoticeGiven', { awards: { defenceDay: null } }, 1],
  ['defenceNoticeGiven', { awards: { defenceDay: '2026-09-03' } }, 0],
  ['paperAndScreenReconciled', { judging: { papersOpen: 2 } }, 2],
  ['compositeComputed', { awards: { categoriesLocked: 1 } }, 1],
  ['compositeComputed', { awards: { categoriesInReview: 0, categoriesLocked: 0 } }, 0],
  ['workingPagesProduced', { awards: { applicationsInStanding: 2 } }, 1],
  ['workingPagesProduced', { awards: { applicationsInStanding: 0, applicationsToRank: 0 } }, 0],
  ['secondPersonConfirmsHash', { awards: { locksConfirmed: 1 } }, null],
  [
    'secondPersonConfirmsHash',
    { programme: { state: 'Published' }, awards: { awardListsConfirmed: 0 } },
    null,
  ],
  ['minutesSigned', { awards: { proposedListsWithMinutes: 0 } }, null],
  ['tiesDecided', { awards: { tiesOpen: 1 } }, 1],
  ['proposedListFixed', { awards: { proposedLists: 0 } }, null],
  ['creditQueryRenewed', { applications: { creditQueriesMissing: 1 } }, 1],
  ['noticePeriodEnded', { awards: { noticeEnded: false } }, null],
  ['everyObjectionAcceptedOrRefused', { awards: { objectionsReceived: 1 } }, 1],
  ['noAcceptedObjectionOpen', { awards: { objectionsOpen: 1 } }, 1],
  ['objectionsDecidedAndAnsweredOrHeldAlone', { awards: { objectionsOpenWithoutHold: 1 } }, 1],
  ['decisionRecorded', { awards: { awardListsWithMinutes: 0 } }, null],
  ['supervisorStatementFiled', { awards: { proposedListsWithStatement: 0 } }, null],
  ['documentNumberAssigned', { awards: { awardListsNumbered: 0 } }, null],
  ['outputsOfOneVersion', { awards: { awardLists: 2 } }, null],
  ['certificatesNumbered', { awards: { selectedWithoutTitle: 1 } }, 1],
  ['certificatesNumbered', { awards: { titles: 0 } }, 0],
  [
    'everyTitleReviewedOrEnded',
    { awards: { titlesToReview: [{ id: 'a', label: 'QZ-2026-G-001' }] } },
    1,
  ],
  ['everyTitleReviewedOrEnded', { awards: { titleReviews: 0 } }, 0],
  ['everyTitleEnded', { awards: { titlesInForce: 1 } }, 1],
  ['archivePackageVerified', { programme: { records: [] } }, null],
];

test.each(cases)('%s is not met after %j', (guard, change, open) => {
  expect(guardFindings(done)[guard].met).toBe(true);
  expect(guardFindings(changed(change))[guard]).toMatchObject({ met: false, open });
});

describe('a question', () => {
  test.each([
    ['spreadFlagOpen', { judging: { rounds: [{ ...round, openFlags: 1 }] } }],
    ['defenceHasWeight', { judging: { rounds: [{ ...round, round: { kind: 'defence' } }] } }],
    [
      'everyDefenceSheetSigned',
      { judging: { rounds: [{ ...round, round: { kind: 'defence' } }] } },
    ],
    ['acceptedObjectionOpen', { awards: { objectionsOpen: 1 } }],
    ['cancellationGroundHolds', { applications: { fieldsTooSmall: 1 } }],
  ] satisfies readonly (readonly [ProgrammeGuard, Change])[])(
    '%s: yes after %j',
    (guard, change) => {
      expect(guardFindings(changed(change))[guard].met).toBe(true);
    },
  );
});

describe('in the state that asks for it', () => {
  test.each([
    ['supervisorWitnesses', { programme: { state: 'ScoresLocked' } }],
    ['secondPersonConfirmsHash', { programme: { state: 'Published' } }],
  ] satisfies readonly (readonly [ProgrammeGuard, Change])[])('%s is met', (guard, change) => {
    expect(guardFindings(changed(change))[guard].met).toBe(true);
  });
});

test('a guard whose open things are counted in a sentence counts them', () => {
  const findings = guardFindings(done);
  expect([...COUNTED_GUARDS].filter((guard) => findings[guard].open === null)).toEqual([]);
});

test('every guard has a case that takes it away or answers it', () => {
  const covered = new Set<string>([...cases.map(([guard]) => guard), ...questions]);
  expect(Object.keys(guardFindings(done)).filter((guard) => !covered.has(guard))).toEqual([]);
});
