import { groupsOf } from './state-group.js';

/** What became of one answer of a judge about one application. */
export const CONFLICT_STATES = [
  'none',
  'hardBar',
  'awaitingOffice',
  'cleared',
  'recused',
  'askedAgain',
] as const;

export type ConflictState = (typeof CONFLICT_STATES)[number];

const of = groupsOf<ConflictState>();

/** What the states of a declaration mean to the decisions about a judge and an application. */
export const conflictIn = {
  none: of('none'),
  awaitingOffice: of('awaitingOffice'),
  /** Something was learned of the applicant since the judge answered. */
  askedAgain: of('askedAgain'),
  /** Judge or office has the next word; until then the judge sees nothing of the application. */
  unsettled: of('awaitingOffice', 'askedAgain'),
  cleared: of('cleared'),
  /** The judge may have the sheet. */
  mayJudge: of('none', 'cleared'),
  barred: of('hardBar', 'recused'),
} as const;
