import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };
const moved = (
  { event }: { event: string },
  from: string,
  to: string,
  rule: string,
  actorRole: string,
) => ({
  event,
  actorRole,
  subjectType: 'objection',
  details: { from, to, rule },
});
describe('a decision', () => {
  const decided = { messages: [{ message: 'objection.decided', to: 'Agent' }] };
  const step = (event: { event: string }, from: string, to: string, rule: string) =>
    moved(event, from, to, rule, 'Approver');
  const rejected = [
    step({ event: 'objection.reject' }, 'UnderReview', 'NotUpheld', 'O08'),
    step({ event: 'objection.reply' }, 'NotUpheld', 'Replied', 'O09'),
  ] as const;
  const application = { actorRole: 'Approver', subjectType: 'application' };
  const released = {
    event: 'application.endHold',
    ...application,
    details: { from: 'UnderObjection', to: 'InPublicity', rule: 'A20', objection: '<id>' },
  };
  const upheld = [
    step({ event: 'objection.uphold' }, 'UnderReview', 'Upheld', 'O06'),
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
    step({ event: 'objection.reply' }, 'Upheld', 'Replied', 'O09'),
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
          step({ event: 'objection.upholdPartly' }, 'UnderReview', 'PartlyUpheld', 'O07'),
          {
            event: 'application.sendToReReview',
            ...application,
            details: { from: 'UnderObjection', to: 'InReview', rule: 'A22', objection: '<id>' },
          },
          step({ event: 'objection.reply' }, 'PartlyUpheld', 'Replied', 'O09'),
        ],
        ...decided,
      },
    ],
    [
      'what the other experts found, for the tabulators',
      async () => {
        const id = await reReview.appointed({ figures: ['netWan'] });
        const netWan = { key: 'netWan', verdict: 'Reduced', value: '8000', reason: '经核实' };
        const comments = { G11: '材料只能证明其中一部分。' };
        for (const number of [1, 2, 3]) {
          await reReview.give(id, number, { scores: { G11: 400 }, comments, findings: [netWan] });
        }
        return () => objections.reReview(id);
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
              indicators: ['G11'],
              hash: '<hash>',
            },
          },
        ],
        messages: [1, 2].map(() => ({ message: 'objection.reReviewed', to: 'Tabulator' })),
      },
    ],
  ]);
});
