import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { CancelApplication } from './cancel-application.js';
import { CorrectProposedList } from './correct-proposed-list.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };

describe('a list after its public notice', () => {
  const over = () => award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
  const closed = async () => {
    over();
    await award.close();
    await award.state();
    await award.clear('K3');
  };
  recordTable(app, [
    [
      'an approval',
      async () => {
        await closed();
        return () => award.approve();
      },
      {
        events: [
          ...[1, 2].map(() => ({
            event: 'application.select',
            actorRole: 'Approver',
            subjectType: 'application',
            details: { from: 'InPublicity', to: 'Selected', rule: 'A23' },
          })),
          {
            event: 'list.prepare',
            actorRole: 'Approver',
            subjectType: 'list',
            details: { number: 1, rows: 2, hash: '<hash>', inputHash: '<hash>', bundle: '<hash>' },
          },
          {
            event: 'programme.approve',
            actorRole: 'Approver',
            subjectType: 'programme',
            details: { from: 'Approved', to: 'Published', rule: 'P17' },
          },
        ],
        ...silent,
      },
    ],
    [
      'a further approval of a merchant who had to wait',
      async () => {
        const id = await objections.heard();
        over();
        await award.close();
        await award.close(award.people.approver);
        await award.state();
        await award.clear('K3');
        await award.approve();
        await objections.decide(id);
        return () => award.approve();
      },
      {
        events: [
          {
            event: 'application.select',
            actorRole: 'Approver',
            subjectType: 'application',
            details: { from: 'InPublicity', to: 'Selected', rule: 'A23' },
          },
          {
            event: 'list.prepare',
            actorRole: 'Approver',
            subjectType: 'list',
            details: { number: 2, rows: 2, hash: '<hash>', inputHash: '<hash>', bundle: '<hash>' },
          },
        ],
        ...silent,
      },
    ],
    [
      'a cancellation, and the list without the merchant',
      async () => {
        await closed();
        await award.approve();
        await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
        return () =>
          award.app.app.get(CancelApplication).run(award.people.approver, {
            programmeId: award.id,
            receiptNumber: '2026-G-0002',
            ground: 'V9',
            reason: '经查实提供虚假申报材料。',
            hearingHeld: true,
          });
      },
      {
        events: [
          {
            event: 'application.cancel',
            actorRole: 'Approver',
            subjectType: 'application',
            details: { from: 'Selected', to: 'Cancelled', rule: 'A24', ground: 'V9' },
          },
          {
            event: 'list.prepare',
            actorRole: 'Approver',
            subjectType: 'list',
            details: { number: 2, rows: 1, hash: '<hash>', inputHash: '<hash>', bundle: '<hash>' },
          },
        ],
        messages: [{ message: 'application.cancelled', to: 'Agent' }],
      },
    ],
    [
      'a correction of the proposed list after a re-review',
      async () => {
        await new ReReviewSteps(objections).done();
        await award.lock();
        return () =>
          award.app.app
            .get(CorrectProposedList)
            .run(award.people.registrar, { programmeId: award.id, minutes: '经复核更正名单。' });
      },
      {
        events: [
          {
            event: 'list.correctProposal',
            actorRole: 'CityRegistrar',
            subjectType: 'list',
            details: {
              number: 2,
              rows: 2,
              hash: '<hash>',
              replaces: '<id>',
              reviewed: ['<id>'],
            },
          },
        ],
        messages: [1, 2].map(() => ({ message: 'list.corrected', to: 'Publisher' })),
      },
    ],
  ]);
});
