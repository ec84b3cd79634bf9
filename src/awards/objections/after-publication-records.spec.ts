import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { LateObjections, found } from '../../../test/support/late-objections.js';

let late: LateObjections;
beforeAll(async () => {
  late = await LateObjections.open();
});
afterAll(() => late.award.app.stop());

const app = () => late.award.app;
const silent = { messages: [] };
const decided = { message: 'objection.decided', to: 'Agent' };
const step = (event: string, from: string, to: string, rule: string, actorRole = 'Approver') => ({
  event: `objection.${event}`,
  actorRole,
  subjectType: 'objection',
  details: { from, to, rule },
});
const recorded = (keeps: boolean) => ({
  event: 'objection.reReview',
  actorRole: 'CityRegistrar',
  subjectType: 'objection',
  details: {
    experts: ['<id>', '<id>', '<id>'],
    figures: [],
    indicators: ['G11'],
    hash: '<hash>',
    place: expect.objectContaining({ keeps }),
  },
});

describe('an objection after publication', () => {
  recordTable(app, [
    [
      'of which the office is the author',
      () => () => late.objections.enter(found),
      {
        events: [
          {
            event: 'objection.receive',
            actorRole: 'CityRegistrar',
            subjectType: 'objection',
            details: {
              receiptNumber: expect.stringMatching(/^YY-2026-/),
              kind: 'anonymous',
              afterPublication: true,
              rule: 'O01r',
              channel: 'office',
              receivedOn: '2026-06-09',
            },
          },
        ],
        ...silent,
      },
    ],
    [
      'whose acceptance moves no application',
      async () => {
        const id = await late.entered();
        return () => late.objections.admit(id);
      },
      {
        events: [
          step('accept', 'Received', 'AcceptedForReview', 'O02', 'CityRegistrar'),
          step('startReview', 'AcceptedForReview', 'UnderReview', 'O04', 'CityRegistrar'),
        ],
        messages: [{ message: 'objection.accepted', to: 'Agent' }],
      },
    ],
    [
      'that is partly upheld, which moves none either',
      async () => {
        const id = await late.heard();
        const reReviewers = await late.objections.experts(3);
        return () => late.objections.decide(id, { finding: 'upholdPartly', reReviewers });
      },
      {
        events: [
          step('upholdPartly', 'UnderReview', 'PartlyUpheld', 'O07'),
          step('reply', 'PartlyUpheld', 'Replied', 'O09'),
        ],
        messages: [decided],
      },
    ],
    [
      'whose re-review leaves the place',
      async () => {
        const id = await late.signed(550);
        return () => late.objections.reReview(id);
      },
      {
        events: [recorded(true)],
        messages: [
          { message: 'objection.placeKept', to: 'Agent' },
          { message: 'reReviewPlaceKept', to: 'Approver' },
          { message: 'reReviewPlaceKept', to: 'Supervisor' },
        ],
      },
    ],
    [
      'whose re-review takes the place away',
      async () => {
        const id = await late.signed(0);
        return () => late.objections.reReview(id);
      },
      {
        events: [recorded(false)],
        messages: [
          { message: 'reReviewPlaceLost', to: 'Approver' },
          { message: 'reReviewPlaceLost', to: 'Supervisor' },
        ],
      },
    ],
  ]);
});
