import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';

export const SCORE_SHEET_STATES = ['Open', 'Signed', 'Voided'] as const;

export type ScoreSheetState = (typeof SCORE_SHEET_STATES)[number];

const rows = [
  {
    rule: 'S01',
    from: [START],
    event: 'issue',
    verb: 'draw',
    to: 'Open',
    guards: ['conflictDeclared', 'roundNotLocked'],
    actors: ['System'],
    documents: [],
  },
  {
    rule: 'S02',
    from: ['Open'],
    event: 'score',
    verb: 'score',
    to: 'Open',
    guards: ['roundOpen'],
    actors: ['Judge', 'Chair'],
    documents: [],
  },
  {
    rule: 'S03',
    from: ['Open'],
    event: 'returnForEdit',
    verb: 'returnForEdit',
    to: 'Open',
    guards: ['reasonGiven'],
    actors: ['Tabulator'],
    documents: [],
  },
  {
    rule: 'S04',
    from: ['Open'],
    event: 'sign',
    verb: 'sign',
    to: 'Signed',
    guards: ['everyIndicatorScored', 'requiredCommentsWritten', 'roundOpen'],
    actors: ['Judge', 'Chair'],
    documents: ['scoreSheet'],
  },
  {
    rule: 'S05',
    from: ['Open'],
    event: 'void',
    verb: 'void',
    to: 'Voided',
    guards: ['conflictEstablished', 'reasonGiven', 'roundNotLocked'],
    actors: ['CityRegistrar', 'Approver', 'Judge'],
    documents: ['voidRecord'],
    limitWorkingDays: 3,
  },
  {
    rule: 'S06',
    from: ['Open'],
    event: 'endWithProgramme',
    verb: 'void',
    to: 'Voided',
    guards: ['programmeTerminated'],
    actors: ['System'],
    documents: ['terminationNotice'],
  },
  {
    rule: 'S07',
    from: ['Signed'],
    event: 'void',
    verb: 'void',
    to: 'Voided',
    guards: [
      'conflictEstablished',
      'reasonGiven',
      'roundNotLocked',
      'groundNamed',
      'secondPersonConfirms',
    ],
    actors: ['Approver'],
    documents: ['voidRecord'],
    limitWorkingDays: 3,
  },
  {
    rule: 'S08',
    from: [START],
    event: 'appoint',
    verb: 'draw',
    to: 'Open',
    guards: ['reReviewersDidNotJudge', 'noAutomaticHit'],
    actors: ['CityRegistrar'],
    documents: [],
  },
  {
    rule: 'S09',
    from: ['Open'],
    event: 'key',
    verb: 'sign',
    to: 'Signed',
    guards: ['everyIndicatorScored', 'requiredCommentsWritten', 'roundOpen', 'twoKeyingsAgree'],
    actors: ['Tabulator'],
    documents: ['scoreSheet'],
  },
] as const satisfies readonly TransitionRow<ScoreSheetState>[];

export type ScoreSheetEvent = (typeof rows)[number]['event'];

/** A voided sheet is kept with its reason and enters no calculation. */
export const scoreSheetLifecycle: Lifecycle<ScoreSheetState, ScoreSheetEvent> = {
  name: 'scoreSheet',
  states: SCORE_SHEET_STATES,
  rows,
};
