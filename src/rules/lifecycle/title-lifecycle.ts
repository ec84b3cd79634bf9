import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';

export const TITLE_STATES = ['Active', 'UnderReview', 'Warned', 'Revoked', 'Expired'] as const;

export type TitleState = (typeof TITLE_STATES)[number];

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
    actors: ['CityRegistrar'],
    documents: ['reviewNotice'],
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
    guards: ['notRepairedInTerm', 'statementInvited'],
    actors: ['Approver'],
    documents: ['revocationDecision'],
    limitWorkingDays: 10,
  },
  {
    rule: 'T07',
    from: ['Active', 'UnderReview'],
    event: 'revoke',
    verb: 'revoke',
    to: 'Revoked',
    guards: ['revocationGroundHolds', 'statementInvited'],
    actors: ['Approver'],
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
    guards: ['decisionAnnulled'],
    actors: ['Approver'],
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
