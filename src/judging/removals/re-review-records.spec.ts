import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { AwardSteps } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';

let award: AwardSteps;
let reReview: ReReviewSteps;
let id: string;
beforeAll(async () => {
  ({ award, reReview, id } = await ReReviewSteps.afterDecision());
}, 120_000);
afterAll(() => award.app.stop());

const onSheet = { subjectType: 'reReviewSheet' } as const;
const paper = { onPaper: true } as const;

describe('the experts of a re-review', () => {
  recordTable(
    () => award.app,
    [
      [
        'a reminder, which only those get who have not signed',
        async () => {
          await reReview.appoint(id);
          await reReview.points(id, 'G11', [100]);
          return () => reReview.remind(id);
        },
        {
          events: [
            {
              event: 'reReview.remind',
              actorRole: 'CityRegistrar',
              subjectType: 'reReview',
              details: { experts: [2, 3] },
            },
          ],
          messages: [2, 3].map(() => ({ message: 'reReviewReminder', to: 'Judge' })),
        },
      ],
      [
        'a reminder of sheets on paper, which the tabulators get',
        async () => {
          await reReview.appoint(id, paper);
          return () => reReview.remind(id);
        },
        {
          events: [
            {
              event: 'reReview.remind',
              actorRole: 'CityRegistrar',
              subjectType: 'reReview',
              details: { experts: [1, 2, 3] },
            },
          ],
          messages: [1, 2].map(() => ({ message: 'reReviewToKey', to: 'Tabulator' })),
        },
      ],
      [
        'the proposal to void a signed sheet, of which the approvers are told',
        async () => {
          await reReview.appoint(id);
          await reReview.points(id, 'G11', [100]);
          return () => reReview.proposeVoiding(id, 1);
        },
        {
          events: [
            {
              event: 'removal.propose',
              actorRole: 'CityRegistrar',
              subjectType: 'removal',
              details: {
                number: 1,
                seat: null,
                sheet: '<id>',
                application: '<id>',
                ground: '1',
                reason: '<hash>',
                promote: false,
                next: null,
              },
            },
          ],
          messages: [{ message: 'removalProposed', to: 'Approver' }],
        },
      ],
      [
        'the proposal to void one that a lock has counted, of which those are told who unlock it',
        async () => {
          await reReview.appoint(id);
          await reReview.points(id, 'G11', [100]);
          await award.app.database.execute("UPDATE application SET state = 'ScoreLocked'");
          return () => reReview.proposeVoiding(id, 1);
        },
        {
          events: expect.arrayContaining([
            expect.objectContaining({ event: 'removal.propose' }),
          ]) as never,
          messages: [
            { message: 'removalNeedsUnlock', to: 'Supervisor' },
            ...[1, 2].map(() => ({ message: 'removalNeedsUnlock', to: 'Tabulator' })),
            { message: 'removalProposed', to: 'Approver' },
          ],
        },
      ],
      [
        'the confirmation, of which the expert, the registrar and the supervisor are told',
        async () => {
          await reReview.appoint(id);
          await reReview.points(id, 'G11', [100]);
          return reReview.proposed(id, 1);
        },
        {
          events: [
            {
              event: 'reReviewSheet.void',
              actorRole: 'Approver',
              ...onSheet,
              details: { number: 1, ground: '1', reason: '<hash>', proposer: '<id>' },
            },
            {
              event: 'removal.confirm',
              actorRole: 'Approver',
              subjectType: 'removal',
              details: { proposer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'reReviewSheetVoided', to: 'Judge' },
            { message: 'removalConfirmed', to: 'CityRegistrar' },
            { message: 'removalConfirmed', to: 'Supervisor' },
          ],
        },
      ],
      [
        'a proposal that is not confirmed, of which the expert hears nothing',
        async () => {
          await reReview.appoint(id);
          await reReview.points(id, 'G11', [100]);
          return reReview.proposed(id, 1, 'decline');
        },
        {
          events: [
            {
              event: 'removal.decline',
              actorRole: 'Approver',
              subjectType: 'removal',
              details: { proposer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'removalDeclined', to: 'CityRegistrar' },
            { message: 'removalDeclined', to: 'Supervisor' },
          ],
        },
      ],
    ],
  );
});
