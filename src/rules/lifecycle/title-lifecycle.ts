import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';

export const TITLE_STATES = ['Active', 'UnderReview', 'Warned', 'Revoked', 'Expired'] as const;

export type TitleState = (typeof TITLE_STATES)[number];

/** The approver decides; what everybody sees changes with the posting of the notice. */
const ENDED_BY_NOTICE = ['statementInvited', 'decidedByTwo', 'noticePosted'] as const;

const rows = [
  {
    rule: 'T01',
    from: [START],
    event: 'confer',
    verb: 'confer',
    to: 'Active',
    guards: ['awardListPublished', 'legalBasisApproved'],
    actors: ['CityRegistrar'],
    documents: ['certificate', 'plaque'],
    limitWorkingDays: 20,
  },
  {
    rule: 'T02',
    from: ['Active'],
    event: 'startReview',
    verb: 'review',
    to: 'UnderReview',
    guards: ['annualReturnOrTrigger'],
    actors: ['CityRegistrar', 'System'],
    documents: ['reviewNotice'],
    limitWorkingDays: 20,
  },
  {
    rule: 'T03',
    from: ['UnderReview'],
    event: 'confirm',
    verb: 'review',
    to: 'Active',
    guards: ['conditionsStillMet'],
    actors: ['CityRegistrar'],
    documents: ['reviewResult'],
    limitWorkingDays: 20,
  },
  {
    rule: 'T04',
    from: ['UnderReview'],
    event: 'warn',
    verb: 'warn',
    to: 'Warned',
    guards: ['remediableFault'],
    actors: ['Approver'],
    documents: ['warningLetter'],
    limitWorkingDays: 20,
  },
  {
    rule: 'T05',
    from: ['Warned'],
    event: 'liftWarning',
    verb: 'restore',
    to: 'Active',
    guards: ['repairedInTerm'],
    actors: ['Approver'],
    documents: ['warningLifted'],
    limitWorkingDays: 10,
  },
  {
    rule: 'T06',
    from: ['Warned'],
    event: 'revokeAfterWarning',
    verb: 'revoke',
    to: 'Revoked',
    guards: ['notRepairedInTerm', ...ENDED_BY_NOTICE],
    actors: ['Publisher'],
    documents: ['revocationDecision', 'revocationNotice'],
    limitWorkingDays: 10,
  },
  {
    rule: 'T07',
    from: ['Active', 'UnderReview'],
    event: 'revoke',
    verb: 'revoke',
    to: 'Revoked',
    guards: ['revocationGroundHolds', ...ENDED_BY_NOTICE],
    actors: ['Publisher'],
    documents: ['revocationDecision', 'revocationNotice'],
    limitWorkingDays: 10,
  },
  {
    rule: 'T08',
    from: ['Active', 'UnderReview', 'Warned'],
    event: 'expire',
    verb: 'expire',
    to: 'Expired',
    guards: ['validityEnded'],
    actors: ['System'],
    documents: ['expiryNotice'],
  },
  {
    rule: 'T09',
    from: ['Revoked'],
    event: 'restore',
    verb: 'restore',
    to: 'Active',
    guards: ['decisionAnnulled', 'noticePosted'],
    actors: ['Publisher'],
    documents: ['restorationDecision', 'correctionNotice'],
    limitWorkingDays: 5,
  },
] as const satisfies readonly TransitionRow<TitleState>[];

export type TitleEvent = (typeof rows)[number]['event'];

export const titleLifecycle: Lifecycle<TitleState, TitleEvent> = {
  name: 'title',
  states: TITLE_STATES,
  rows,
};
