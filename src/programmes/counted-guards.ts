import type { ProgrammeGuard } from './guard-facts.js';

/** Guards whose open things are counted in a sentence of their own, `programmes.blocked.<guard>`. */
export const COUNTED_GUARDS: ReadonlySet<ProgrammeGuard> = new Set<ProgrammeGuard>([
  'rubricWeightsSumTo100',
  'divisionsStaffed',
  'divisionOpinionsSignedOrTakenOver',
  'everyApplicationScreened',
  'vetoChecksDated',
  'everyFigureHasVerdict',
  'secondReadingDone',
  'panelAndAlternatesDrawn',
  'everyJudgeDeclared',
  'softConflictsDecided',
  'vacatedSeatsFilled',
  'everySheetSigned',
  'noSpreadFlagOpen',
  'everyDefenceSheetSigned',
  'compositeComputed',
  'workingPagesProduced',
  'tiesDecided',
  'creditQueryRenewed',
  'everyObjectionAcceptedOrRefused',
  'noAcceptedObjectionOpen',
  'objectionsDecidedAndAnsweredOrHeldAlone',
  'certificatesNumbered',
  'everyTitleReviewedOrEnded',
  'everyTitleEnded',
]);
