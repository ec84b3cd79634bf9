import { STEP_ROOMS } from '../../programmes/step-rooms.js';
import { attestationIn } from '../../rules/guards/attestations.js';
import type { ProgrammeGuard } from '../../rules/guards/guard-facts.js';
import type { WaitingAct } from '../../rules/guards/waiting-acts.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';

export interface TurnPlace {
  readonly programmeId: string;
  readonly state: ProgrammeState;
  readonly categoryId: string;
}

type Room = (place: TurnPlace) => string;

const programme: Room = ({ programmeId }) => `/office/programmes/${programmeId}`;
const panels: Room = ({ programmeId }) => `/office/panels/${programmeId}`;
const lists: Room = ({ programmeId }) => `/office/lists/${programmeId}`;
const standings: Room = ({ categoryId }) => `/office/standings/${categoryId}`;
const screening: Room = () => '/office/screening';
const verification: Room = () => '/office/verification';
const draws: Room = () => '/office/draws';
const notice =
  (kind: string): Room =>
  ({ programmeId }) =>
    `/office/notices/new?programme=${programmeId}&kind=${kind}`;

/** Where each guard is worked on; what people attest is registered on the board itself. */
const GUARD_ROOMS: Readonly<Partial<Record<ProgrammeGuard, Room>>> = {
  legalBasisApproved: programme,
  rubricWeightsSumTo100: (place) => `${programme(place)}/rules`,
  calendarLoaded: () => '/office/working-days',
  applicationWindowLongEnough: (place) => `${programme(place)}/calendar`,
  divisionsStaffed: programme,
  applicationNoticePublished: notice('call'),
  divisionOpinionsSignedOrTakenOver: () => '/office/takeovers',
  everyApplicationScreened: screening,
  vetoChecksDated: screening,
  everyFigureHasVerdict: verification,
  secondReadingDone: verification,
  panelAndAlternatesDrawn: panels,
  seedRevealed: draws,
  drawRecordSigned: draws,
  supervisorWitnesses: (place) =>
    programmeIn.drawing.has(place.state) ? draws(place) : standings(place),
  everyJudgeDeclared: panels,
  softConflictsDecided: () => '/office/conflicts',
  vacatedSeatsFilled: panels,
  everySheetSigned: panels,
  noSpreadFlagOpen: panels,
  defenceNoticeGiven: notice('defence'),
  everyDefenceSheetSigned: panels,
  compositeComputed: standings,
  workingPagesProduced: standings,
  secondPersonConfirmsHash: (place) =>
    programmeIn.published.has(place.state) ? '/office/notices' : standings(place),
  minutesSigned: lists,
  cutLineSheetRead: lists,
  tiesDecided: lists,
  proposedListFixed: lists,
  creditQueryRenewed: ({ programmeId }) => `/office/credit/${programmeId}`,
  everyObjectionAcceptedOrRefused: () => '/office/objections',
  objectionsDecidedAndAnsweredOrHeldAlone: () => '/office/objections',
  decisionRecorded: lists,
  supervisorStatementFiled: lists,
  documentNumberAssigned: lists,
  outputsOfOneVersion: lists,
  certificatesNumbered: lists,
};

/** Where the act is performed; a step without a room of its own is a button on the board. */
export function turnRoom({ does }: Pick<WaitingAct, 'does'>, place: TurnPlace): string {
  const board = `/office?programme=${place.programmeId}`;
  if ('step' in does) {
    return STEP_ROOMS[does.step]?.(place.programmeId, place.categoryId) ?? `${board}#steps`;
  }
  if (attestationIn(does.guard, place.state)) return `${board}#attest`;
  return GUARD_ROOMS[does.guard]?.(place) ?? `${board}#steps`;
}
