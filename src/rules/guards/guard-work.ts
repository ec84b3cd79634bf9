import type { Role } from '../lifecycle/roles.js';
import type { ProgrammeGuard } from './guard-facts.js';

export interface GuardWork {
  /** Who can bring it about; `step` stands for whoever takes the step. */
  readonly owners: readonly Role[] | 'step';
  /** Others do it, outside the office; the owner reminds them. */
  readonly chased?: true;
  /** Done when none is open; after that only its day is missing, or what other guards ask for. */
  readonly thenWaits?: true;
  /** Cannot be done before these hold. */
  readonly after?: readonly ProgrammeGuard[];
}

const registrar = { owners: ['CityRegistrar'] } as const;
const screener = { owners: ['Screener'] } as const;
const verifier = { owners: ['Verifier'] } as const;
const tabulator = { owners: ['Tabulator'] } as const;
const approver = { owners: ['Approver'] } as const;
const publisher = { owners: ['Publisher'] } as const;
const supervisor = { owners: ['Supervisor'] } as const;
const chased = { ...registrar, chased: true } as const;

/** Whose work an open guard is; null where only time brings it, the facts choose the way or the act itself. */
export const GUARD_WORK: Readonly<Record<ProgrammeGuard, GuardWork | null>> = {
  legalBasisApproved: { owners: ['CityRegistrar', 'Approver'] },
  rubricWeightsSumTo100: registrar,
  ruleVersionFrozen: null,
  calendarLoaded: registrar,
  applicationWindowLongEnough: registrar,
  divisionsStaffed: chased,
  applicationNoticePublished: publisher,
  applicationDeadlinePassed: null,
  divisionOpinionsSignedOrTakenOver: chased,
  everyApplicationScreened: screener,
  vetoChecksDated: screener,
  everyFigureHasVerdict: verifier,
  secondReadingDone: verifier,
  panelAndAlternatesDrawn: registrar,
  seedRevealed: { ...registrar, thenWaits: true },
  drawRecordSigned: { ...registrar, after: ['panelAndAlternatesDrawn', 'seedRevealed'] },
  supervisorWitnesses: {
    ...supervisor,
    after: ['panelAndAlternatesDrawn', 'seedRevealed', 'compositeComputed'],
  },
  everyJudgeDeclared: chased,
  softConflictsDecided: registrar,
  vacatedSeatsFilled: registrar,
  everySheetSigned: chased,
  calibrationDone: chased,
  spreadFlagOpen: null,
  // A flag is known once its round is signed, whatever another round still waits for.
  noSpreadFlagOpen: { ...registrar, thenWaits: true },
  defenceHasWeight: null,
  defenceHasNoWeight: null,
  defenceNoticeGiven: { ...publisher, thenWaits: true },
  everyDefenceSheetSigned: chased,
  paperAndScreenReconciled: { owners: ['Tabulator', 'CityRegistrar'] },
  compositeComputed: tabulator,
  workingPagesProduced: { ...tabulator, after: ['compositeComputed'] },
  secondPersonConfirmsHash: {
    owners: 'step',
    after: ['compositeComputed', 'documentNumberAssigned'],
  },
  minutesSigned: registrar,
  cutLineSheetRead: registrar,
  tiesDecided: registrar,
  proposedListFixed: registrar,
  creditQueryRenewed: screener,
  noticePeriodEnded: null,
  everyObjectionAcceptedOrRefused: registrar,
  acceptedObjectionOpen: null,
  noAcceptedObjectionOpen: null,
  objectionsDecidedAndAnsweredOrHeldAlone: { owners: ['CityRegistrar', 'Approver'] },
  decisionRecorded: approver,
  supervisorStatementFiled: supervisor,
  documentNumberAssigned: publisher,
  outputsOfOneVersion: publisher,
  certificatesNumbered: registrar,
  // Each title lies on the desk of whoever is next with it.
  everyTitleReviewedOrEnded: null,
  yearReviewNotClosed: null,
  everyTitleEnded: null,
  archivePackageVerified: { ...registrar, after: ['everyTitleEnded'] },
  publicReasonGiven: null,
  cancellationGroundHolds: null,
};
