import type { ProgrammeGuard } from '../rules/guards/guard-facts.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import type { Policy } from '../web/access/policies.js';

export interface GuardPlace {
  readonly programmeId: string;
  readonly state: ProgrammeState;
  /** The category at hand; null for a guard that is looked at for the whole programme. */
  readonly categoryId: string | null;
}

export interface GuardRoom {
  readonly path: (place: GuardPlace) => string;
  /** Whom the room lets in. */
  readonly policy: (place: GuardPlace) => Policy;
}

const room = (path: GuardRoom['path'], policy: Policy = 'office.read'): GuardRoom => ({
  path,
  policy: () => policy,
});
const programme: GuardRoom['path'] = ({ programmeId }) => `/office/programmes/${programmeId}`;
const panels = room(({ programmeId }) => `/office/panels/${programmeId}`);
const lists = room(({ programmeId }) => `/office/lists/${programmeId}`, 'list.read');
/** Of one category; the lists lead to all of them. */
const standings: GuardRoom = {
  path: (place) => (place.categoryId ? `/office/standings/${place.categoryId}` : lists.path(place)),
  policy: ({ categoryId }) => (categoryId ? 'standings.read' : 'list.read'),
};
const draws = room(() => '/office/draws');
const objections = room(() => '/office/objections', 'objection.read');
const screening = room(() => '/office/screening?state=Recommended');
const notice = (kind: string) =>
  room(
    ({ programmeId }) => `/office/notices/new?programme=${programmeId}&kind=${kind}`,
    'list.prepare',
  );

/** Where each guard is worked on; what people attest is registered on the board itself. */
const GUARD_ROOMS: Readonly<Partial<Record<ProgrammeGuard, GuardRoom>>> = {
  legalBasisApproved: room(programme),
  rubricWeightsSumTo100: room((place) => `${programme(place)}/rules`),
  calendarLoaded: room(() => '/office/working-days'),
  applicationWindowLongEnough: room((place) => `${programme(place)}/calendar`, 'programme.prepare'),
  divisionsStaffed: room(programme),
  applicationNoticePublished: notice('call'),
  divisionOpinionsSignedOrTakenOver: room(() => '/office/takeovers'),
  everyApplicationScreened: screening,
  vetoChecksDated: screening,
  everyFigureHasVerdict: room(() => '/office/verification?state=ScreenedIn'),
  secondReadingDone: room(() => '/office/verification?work=read'),
  panelAndAlternatesDrawn: panels,
  seedRevealed: draws,
  drawRecordSigned: draws,
  supervisorWitnesses: {
    path: (place) =>
      programmeIn.drawing.has(place.state) ? draws.path(place) : standings.path(place),
    policy: (place) =>
      programmeIn.drawing.has(place.state) ? 'office.read' : standings.policy(place),
  },
  everyJudgeDeclared: panels,
  softConflictsDecided: room(() => '/office/conflicts'),
  vacatedSeatsFilled: panels,
  everySheetSigned: panels,
  calibrationDone: room(({ programmeId }) => `/office/anchors/${programmeId}`, 'anchor.read'),
  noSpreadFlagOpen: panels,
  defenceNoticeGiven: notice('defence'),
  everyDefenceSheetSigned: panels,
  paperAndScreenReconciled: panels,
  compositeComputed: standings,
  workingPagesProduced: standings,
  secondPersonConfirmsHash: {
    path: (place) =>
      programmeIn.published.has(place.state) ? '/office/notices' : standings.path(place),
    policy: (place) =>
      programmeIn.published.has(place.state) ? 'list.read' : standings.policy(place),
  },
  minutesSigned: lists,
  cutLineSheetRead: lists,
  tiesDecided: lists,
  proposedListFixed: lists,
  creditQueryRenewed: room(({ programmeId }) => `/office/credit/${programmeId}`),
  everyObjectionAcceptedOrRefused: objections,
  noAcceptedObjectionOpen: objections,
  objectionsDecidedAndAnsweredOrHeldAlone: objections,
  decisionRecorded: lists,
  supervisorStatementFiled: lists,
  documentNumberAssigned: notice('publication'),
  outputsOfOneVersion: lists,
  certificatesNumbered: lists,
  everyTitleReviewedOrEnded: room(() => '/office/titles/reviews', 'title.read'),
  everyTitleEnded: room(() => '/office/titles', 'title.read'),
};

export function guardRoom(guard: ProgrammeGuard): GuardRoom | null {
  return GUARD_ROOMS[guard] ?? null;
}
