import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { declarationKinds } from './declarations.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  await divisionPerson(app, 'DivisionReviewer', '330802');
  own = await makeApplicant(app);
  draft = await applying(app, own, opened.programme);
});
afterAll(() => app.stop());

const subjectType = 'application';
const byRepresentative = { actorRole: 'LegalRepresentative', subjectType };
const reopened = async () => {
  await draft.submit();
  await draft.reopen();
};

const restored = {
  event: 'application.restoreSubmission',
  ...byRepresentative,
  details: {
    from: 'Draft',
    to: 'Submitted',
    rule: 'A02s',
    number: 1,
    overdue: false,
    contentHash: '<hash>',
  },
};

describe('what is handed in again', () => {
  recordTable(
    () => app,
    [
      [
        'that it was taken back, also from a review that has begun',
        async () => {
          await draft.submit();
          await draft.moveTo('InDivisionReview');
          return () => draft.reopen();
        },
        {
          events: [
            {
              event: 'application.reopenSubmission',
              ...byRepresentative,
              details: { from: 'InDivisionReview', to: 'Draft', rule: 'A02r' },
            },
          ],
          messages: [{ message: 'applicationReopened', to: 'DivisionReviewer' }],
        },
      ],
      [
        'what an earlier release had not kept, before it is taken back',
        async () => {
          await draft.submit();
          await app.database.execute('DELETE FROM submission');
          await draft.reopen();
          return () => draft.restore();
        },
        {
          events: [restored],
          messages: [],
        },
      ],
      [
        'the second submission under the first number',
        async () => {
          await reopened();
          return () => draft.submit();
        },
        {
          events: [
            {
              event: 'application.submit',
              ...byRepresentative,
              details: {
                from: 'Draft',
                to: 'Submitted',
                rule: 'A02',
                receiptNumber: 'QZ2026G00001',
                number: 2,
                confirmation: 'account',
                contentHash: '<hash>',
                snapshotHash: '<hash>',
                evidence: [],
                declarations: declarationKinds.map((kind) => ({ kind, hash: '<hash>' })),
              },
            },
          ],
          messages: [
            { message: 'applicationArrived', to: 'DivisionReviewer' },
            { message: 'applicationResubmitted', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'that a change was given up',
        async () => {
          await reopened();
          return () => draft.restore();
        },
        {
          events: [restored],
          messages: [],
        },
      ],
      [
        'that the clock put back what was not handed in again',
        async () => {
          await reopened();
          app.clock.moveTo(afterTheWindow);
          return () => draft.restoreOverdue();
        },
        {
          events: [
            {
              event: 'application.restoreSubmission',
              actorRole: 'System',
              subjectType,
              details: {
                from: 'Draft',
                to: 'Submitted',
                rule: 'A02s',
                number: 1,
                contentHash: '<hash>',
                overdue: true,
              },
            },
          ],
          messages: [{ message: 'changeNotHandedIn', to: 'LegalRepresentative' }],
        },
      ],
      [
        'nothing before the deadline',
        async () => {
          await reopened();
          app.clock.moveTo('2026-09-30T15:59:59.000Z');
          return () => draft.restoreOverdue();
        },
        { events: [], messages: [] },
      ],
      [
        'nothing of a draft that was never handed in',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.restoreOverdue();
        },
        { events: [], messages: [] },
      ],
      [
        'a dropped draft with its files',
        async () => {
          await draft.attach('G15');
          return () => draft.drop();
        },
        {
          events: [
            {
              event: 'document.remove',
              actorRole: 'LegalRepresentative',
              subjectType: 'document',
              details: { ownerType: subjectType, ownerId: '<id>', hash: '<hash>' },
            },
            {
              event: 'application.dropDraft',
              ...byRepresentative,
              details: { category: 'G', files: 1 },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
