import type { ProgrammeState } from './programme-states.js';
import { groupsOf } from './state-group.js';

const of = groupsOf<ProgrammeState>();

/** What the states of a programme mean to the decisions in it. */
export const programmeIn = {
  preparing: of('Preparing'),
  announced: of('Announced'),
  /** No clock of the selection runs. */
  idle: of('Preparing', 'InForce', 'Archived', 'Cancelled'),
  /** Filed away or called off: nothing of it can be changed any more. */
  over: of('Archived', 'Cancelled'),
  cancelled: of('Cancelled'),

  open: of('Open'),
  /** Extended deadlines reach into the review of the divisions. */
  takesApplications: of('Open', 'DivisionReview'),
  divisionReview: of('DivisionReview'),
  divisionMayReview: of('Open', 'DivisionReview', 'Screening'),
  mayScreen: of('DivisionReview', 'Screening', 'Verification'),
  mayVerify: of('Screening', 'Verification'),

  drawing: of('Drawing'),
  /** A vacated seat may be drawn again while judges are still at work. */
  mayDrawAgain: of(
    'Drawing',
    'RecusalDeclaration',
    'MaterialReview',
    'SpreadReview',
    'Defence',
    'ScoresLocked',
  ),
  declaring: of('RecusalDeclaration'),
  /** Until the lock: a flag may still need an alternate. */
  mayDeclare: of('RecusalDeclaration', 'MaterialReview', 'SpreadReview', 'Defence', 'ScoresLocked'),
  firstReading: of('MaterialReview'),
  materialReview: of('MaterialReview', 'SpreadReview'),
  /** Judges score anchors before the files: as long as somebody new can come to sheets of the material round. */
  scoresAnchors: of(
    'RecusalDeclaration',
    'MaterialReview',
    'SpreadReview',
    'Defence',
    'ScoresLocked',
  ),
  defence: of('Defence'),
  /** Merchants have been heard and the scores are not locked. */
  heard: of('Defence', 'ScoresLocked'),
  /** Judges no longer see the sheets of a programme whose list is published. */
  closedToJudges: of('Conferred', 'InForce', 'Archived', 'Cancelled'),

  scoresLocked: of('ScoresLocked'),
  /** Standings are computed, locked and reopened. */
  standingsOpen: of('ScoresLocked', 'Deliberation'),
  deliberating: of('Deliberation'),
  proposed: of('Proposed'),
  /** Veto checks before the public notice (point K2). */
  beforePublicity: of(
    'Drawing',
    'RecusalDeclaration',
    'MaterialReview',
    'SpreadReview',
    'Defence',
    'ScoresLocked',
    'Deliberation',
    'Proposed',
  ),
  publicity: of('Publicity'),
  /** What reached the office in the period can still be entered. */
  takesObjections: of('Publicity', 'ObjectionHandling'),
  approved: of('Approved'),
  published: of('Published'),
  /** Approved by the approver: titles and corrections follow. */
  afterApproval: of('Published', 'Conferred', 'InForce'),
  mayApprove: of('Approved', 'Published', 'Conferred', 'InForce'),
  conferred: of('Conferred'),
  mayConfer: of('Conferred', 'InForce'),
  inForce: of('InForce'),
  /** Everybody may know how it ended. */
  finished: of('Published', 'Conferred', 'InForce', 'Archived'),
  /** The public notice is posted, or there will be none: the selection asks for nothing more. */
  settled: of(
    'Publicity',
    'ObjectionHandling',
    'Approved',
    'Published',
    'Conferred',
    'InForce',
    'Archived',
    'Cancelled',
  ),
} as const;
