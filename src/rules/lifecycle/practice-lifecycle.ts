import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';
import { MERCHANT_ROLES } from './roles.js';

export const PRACTICE_STATES = ['Draft', 'Submitted', 'Returned', 'Released', 'Withdrawn'] as const;

export type PracticeState = (typeof PRACTICE_STATES)[number];

const rows = [
  {
    rule: 'E01',
    from: [START],
    event: 'write',
    verb: 'saveDraft',
    to: 'Draft',
    guards: ['titleHeld'],
    actors: MERCHANT_ROLES,
    documents: [],
  },
  {
    rule: 'E02',
    from: ['Draft', 'Returned', 'Withdrawn'],
    event: 'revise',
    verb: 'saveDraft',
    to: 'Draft',
    guards: ['titleHeld'],
    actors: MERCHANT_ROLES,
    documents: [],
  },
  {
    rule: 'E03',
    from: ['Draft', 'Returned', 'Withdrawn'],
    event: 'offer',
    verb: 'submit',
    to: 'Submitted',
    guards: ['publicationConsented'],
    actors: MERCHANT_ROLES,
    documents: [],
  },
  {
    rule: 'E04',
    from: ['Submitted'],
    event: 'release',
    verb: 'post',
    to: 'Released',
    guards: ['everyClaimWeighed'],
    actors: ['CityRegistrar'],
    documents: [],
  },
  {
    rule: 'E05',
    from: ['Submitted', 'Released'],
    event: 'giveBack',
    verb: 'requestCorrection',
    to: 'Returned',
    guards: ['reasonGiven'],
    actors: ['CityRegistrar'],
    documents: [],
  },
  {
    rule: 'E06',
    from: ['Submitted', 'Released'],
    event: 'takeBack',
    verb: 'withdraw',
    to: 'Withdrawn',
    guards: [],
    actors: MERCHANT_ROLES,
    documents: [],
  },
] as const satisfies readonly TransitionRow<PracticeState>[];

export type PracticeEvent = (typeof rows)[number]['event'];

/** What a holder of a title lets others copy: public while it is released. */
export const practiceLifecycle: Lifecycle<PracticeState, PracticeEvent> = {
  name: 'practice',
  states: PRACTICE_STATES,
  rows,
};
