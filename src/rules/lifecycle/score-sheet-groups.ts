import type { ScoreSheetState } from './score-sheet-lifecycle.js';
import { groupsOf } from './state-group.js';

const of = groupsOf<ScoreSheetState>();

/** What the states of a score sheet mean to the decisions about it. */
export const sheetIn = {
  open: of('Open'),
  signed: of('Signed'),
  voided: of('Voided'),
} as const;
