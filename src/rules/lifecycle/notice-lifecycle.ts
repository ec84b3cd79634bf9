import { START, type Lifecycle, type TransitionRow } from './lifecycle.js';

export const NOTICE_STATES = ['AwaitingConfirmation', 'Posted', 'Superseded'] as const;

export type NoticeState = (typeof NOTICE_STATES)[number];

const rows = [
  {
    rule: 'N01',
    from: [START],
    event: 'draft',
    verb: 'saveDraft',
    to: 'AwaitingConfirmation',
    guards: ['requiredContentComplete', 'printedDaysMatch'],
    actors: ['Publisher', 'CityRegistrar', 'Approver'],
    documents: [],
  },
  {
    rule: 'N03',
    from: ['AwaitingConfirmation'],
    event: 'replace',
    verb: 'saveDraft',
    to: 'Superseded',
    guards: ['newVersionRecorded'],
    actors: ['Publisher', 'CityRegistrar', 'Approver'],
    documents: [],
  },
  {
    rule: 'N04a',
    from: ['AwaitingConfirmation'],
    event: 'post',
    verb: 'post',
    to: 'Posted',
    guards: ['legalBasisApproved', 'printedDaysMatch'],
    actors: ['Publisher'],
    documents: ['publicNotice'],
  },
  {
    rule: 'N04',
    from: ['AwaitingConfirmation'],
    event: 'postAsSecond',
    verb: 'post',
    to: 'Posted',
    guards: ['legalBasisApproved', 'secondPersonConfirmsHash', 'printedDaysMatch'],
    actors: ['Publisher'],
    documents: ['publicNotice'],
  },
  {
    rule: 'N06a',
    from: ['Posted'],
    event: 'amendAlone',
    verb: 'amend',
    to: 'Superseded',
    guards: ['newVersionRecorded'],
    actors: ['Publisher'],
    documents: ['correctionNotice'],
  },
  {
    rule: 'N06',
    from: ['Posted'],
    event: 'amend',
    verb: 'amend',
    to: 'Superseded',
    guards: ['newVersionRecorded', 'secondPersonConfirmsHash'],
    actors: ['Publisher'],
    documents: ['correctionNotice'],
  },
] as const satisfies readonly TransitionRow<NoticeState>[];

export type NoticeEvent = (typeof rows)[number]['event'];

/**
 * Any published text, the public notice (公示) included; a correction is a new notice that supersedes
 * this one, with its reason in its text. The days of a notice end by themselves, without a step.
 */
export const noticeLifecycle: Lifecycle<NoticeState, NoticeEvent> = {
  name: 'notice',
  states: NOTICE_STATES,
  rows,
};
