import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };
const moved = (event: string, from: string, to: string, rule: string, actorRole: string) => ({
  event,
  actorRole,
  subjectType: 'objection',
  details: { from, to, rule },
});
const by = 'CityRegistrar';
const accepted = moved('objection.accept', 'Received', 'AcceptedForReview', 'O02', by);
const begun = moved('objection.startReview', 'AcceptedForReview', 'UnderReview', 'O04', by);
const held = {
  event: 'application.holdForObjection',
  actorRole: 'CityRegistrar',
  subjectType: 'application',
  details: { from: 'InPublicity', to: 'UnderObjection', rule: 'A19', objection: '<id>' },
};
const received = (kind: string) => ({
  event: 'objection.receive',
  actorRole: 'Public',
  subjectType: 'objection',
  details: { receiptNumber: expect.stringMatching(/^YY-2026-/), kind, rule: 'O01' },
});

describe('an objection', () => {
  recordTable(app, [
    [
      'that it came, without who objects',
      () => () => objections.object(),
      { events: [received('person')], ...silent },
    ],
    [
      'one without a name in the last minute of the last day',
      () => {
        award.app.clock.moveTo('2026-06-08T15:59:00.000Z');
        return () => objections.object({ identityKind: 'anonymous', name: null, telephone: null });
      },
      { events: [received('anonymous')], ...silent },
    ],
    [
      'an acceptance, with the hold and the word to the merchant',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id);
      },
      {
        events: [accepted, held, begun],
        messages: [{ message: 'objection.accepted', to: 'Agent' }],
      },
    ],
    [
      'a second hold on a merchant who is held already',
      async () => {
        await objections.accepted();
        const id = await objections.object();
        return () => objections.admit(id);
      },
      { events: [accepted, begun], messages: [{ message: 'objection.accepted', to: 'Agent' }] },
    ],
    [
      'an acceptance of one against the procedure, which holds nobody',
      async () => {
        const id = await objections.object({ applicationId: null });
        return () => objections.admit(id);
      },
      { events: [accepted, begun], ...silent },
    ],
    [
      'that one was not accepted, of which the merchant learns nothing',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, { accepted: false, reason: '没有可核查的事实。' });
      },
      {
        events: [moved('objection.refuse', 'Received', 'Refused', 'O03', by)],
        ...silent,
      },
    ],
    [
      'an answer, for who accepted the objection',
      async () => objections.answer(await objections.accepted()),
      {
        events: [
          {
            event: 'objection.answer',
            actorRole: 'Agent',
            subjectType: 'objection',
            details: {},
          },
        ],
        messages: [{ message: 'objection.answered', to: 'CityRegistrar' }],
      },
    ],
    [
      'an extension',
      async () => {
        const id = await objections.accepted();
        return () => objections.extend(id);
      },
      {
        events: [moved('objection.extend', 'UnderReview', 'UnderReview', 'O05', 'Approver')],
        ...silent,
      },
    ],
  ]);
});

describe('a decision', () => {
  const decided = { messages: [{ message: 'objection.decided', to: 'Agent' }] };
  const step = (event: string, from: string, to: string, rule: string) =>
    moved(event, from, to, rule, 'Approver');
  const rejected = [
    step('objection.reject', 'UnderReview', 'NotUpheld', 'O08'),
    step('objection.reply', 'NotUpheld', 'Replied', 'O09'),
  ] as const;
  const application = { actorRole: 'Approver', subjectType: 'application' };
  const released = {
    event: 'application.endHold',
    ...application,
    details: { from: 'UnderObjection', to: 'InPublicity', rule: 'A20', objection: '<id>' },
  };
  const upheld = [
    step('objection.uphold', 'UnderReview', 'Upheld', 'O06'),
    {
      event: 'application.cancelOnObjection',
      ...application,
      details: {
        from: 'UnderObjection',
        to: 'Cancelled',
        rule: 'A21',
        objection: '<id>',
        veto: 'V14',
      },
    },
    step('objection.reply', 'Upheld', 'Replied', 'O09'),
  ];
  recordTable(app, [
    [
      'that it is not upheld, which ends the hold',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id);
      },
      { events: [rejected[0], released, rejected[1]], ...decided },
    ],
    [
      'no end of the hold while another objection holds the merchant',
      async () => {
        const id = await objections.heard();
        await objections.accepted();
        return () => objections.decide(id);
      },
      { events: rejected, ...decided },
    ],
    [
      'the end of the hold with the last of two objections',
      async () => {
        const [id, other] = [await objections.heard(), await objections.accepted()];
        await objections.decide(id);
        return () => objections.decide(other);
      },
      { events: [rejected[0], released, rejected[1]], ...decided },
    ],
    [
      'that one against the procedure is not upheld',
      async () => {
        const id = await objections.accepted({ applicationId: null });
        return () => objections.decide(id);
      },
      { events: rejected, ...silent },
    ],
    [
      'that it is upheld, which cancels the application',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id, { finding: 'uphold' });
      },
      { events: upheld, ...decided },
    ],
    [
      'the same without an answer, on the first day after the hearing',
      async () => {
        const id = await objections.accepted();
        award.app.clock.moveTo('2026-06-04T16:00:00.000Z');
        return () => objections.decide(id, { finding: 'uphold' });
      },
      { events: upheld, ...decided },
    ],
    [
      'that it is upheld in part, which sends the application to other experts',
      async () => {
        const id = await objections.heard();
        const reReviewers = await objections.experts(5);
        return () => objections.decide(id, { finding: 'upholdPartly', reReviewers });
      },
      {
        events: [
          step('objection.upholdPartly', 'UnderReview', 'PartlyUpheld', 'O07'),
          {
            event: 'application.sendToReReview',
            ...application,
            details: { from: 'UnderObjection', to: 'InReview', rule: 'A22', objection: '<id>' },
          },
          step('objection.reply', 'PartlyUpheld', 'Replied', 'O09'),
        ],
        ...decided,
      },
    ],
    [
      'what the other experts found, for the tabulators',
      async () => {
        const id = await objections.heard();
        const reReviewers = await objections.experts(3);
        await objections.decide(id, { finding: 'upholdPartly', reReviewers });
        const corrected = { figure: 'netWan', verdict: 'Reduced', value: '800000' } as const;
        return () => objections.reReview(id, corrected);
      },
      {
        events: [
          {
            event: 'objection.reReview',
            actorRole: 'CityRegistrar',
            subjectType: 'objection',
            details: {
              experts: ['<id>', '<id>', '<id>'],
              figures: ['netWan'],
              indicators: [],
              hash: '<hash>',
            },
          },
        ],
        messages: [1, 2].map(() => ({ message: 'objection.reReviewed', to: 'Tabulator' })),
      },
    ],
  ]);
});
