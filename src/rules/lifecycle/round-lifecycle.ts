import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';

export const ROUND_STATES = ['Planned', 'Open', 'Locked'] as const;

export type RoundState = (typeof ROUND_STATES)[number];

const rows = [
  {
    rule: 'R01',
    from: [START],
    event: 'plan',
    verb: 'saveDraft',
    to: 'Planned',
    guards: [],
    actors: ['CityRegistrar'],
    documents: [],
  },
  {
    rule: 'R02',
    from: ['Planned'],
    event: 'open',
    verb: 'approve',
    to: 'Open',
    guards: ['ruleVersionFrozen', 'sheetsAssigned', 'everyJudgeDeclared'],
    actors: ['CityRegistrar'],
    documents: [],
  },
  {
    rule: 'R03',
    from: ['Open'],
    event: 'lock',
    verb: 'lock',
    to: 'Locked',
    guards: [
      'everySheetSigned',
      'noSpreadFlagOpen',
      'secondPersonConfirmsHash',
      'supervisorWitnesses',
    ],
    actors: ['Tabulator'],
    documents: ['scoreSummary'],
    limitWorkingDays: 2,
  },
  {
    rule: 'R04',
    from: ['Locked'],
    event: 'unlock',
    verb: 'void',
    to: 'Open',
    guards: [
      'conflictEstablished',
      'notYetPublished',
      'newVersionRecorded',
      'secondPersonConfirmsHash',
      'supervisorWitnesses',
    ],
    actors: ['Tabulator'],
    documents: ['voidRecord'],
  },
  {
    rule: 'R05',
    from: ['Planned', 'Open'],
    event: 'endWithProgramme',
    verb: 'lock',
    to: 'Locked',
    guards: ['programmeTerminated'],
    actors: ['System'],
    documents: ['terminationNotice'],
  },
] as const satisfies readonly TransitionRow<RoundState>[];

export type RoundEvent = (typeof rows)[number]['event'];

/** Unlocking opens the round as a new version; the locked version stays in the journal. */
export const roundLifecycle: Lifecycle<RoundState, RoundEvent> = {
  name: 'round',
  states: ROUND_STATES,
  rows,
};
