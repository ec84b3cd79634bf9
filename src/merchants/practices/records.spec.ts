import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { PracticeSteps, allLevels } from '../../../test/support/practices.js';
import { smallPng } from '../../../test/support/small-files.js';
import { RemovePracticePicture } from './remove-practice-picture.js';

let practices: PracticeSteps;
beforeAll(async () => {
  practices = await PracticeSteps.open();
});
afterAll(() => practices.app.stop());

const app = () => practices.app;
const by = (actorRole: string, details: object = {}) => ({
  actorRole,
  subjectType: 'practice',
  details,
});
const silent = { messages: [] };

describe('a practice', () => {
  recordTable(app, [
    [
      'that is written',
      () => () => practices.save(),
      { events: [{ event: 'practice.save', ...by('Agent', { subject: 'delivery' }) }], ...silent },
    ],
    [
      'that gets a picture',
      async () => {
        const id = await practices.save();
        return () => practices.picture(id);
      },
      {
        events: [
          {
            event: 'document.store',
            actorRole: 'Agent',
            subjectType: 'document',
            details: {
              ownerType: 'merchant',
              ownerId: '<id>',
              hash: '<hash>',
              size: smallPng.length,
            },
          },
          { event: 'practice.addPicture', ...by('Agent', { documentId: '<id>' }) },
        ],
        ...silent,
      },
    ],
    [
      'that loses a picture',
      async () => {
        const practiceId = await practices.save();
        await practices.picture(practiceId);
        const [picture] = (await practices.row(practiceId)).pictures;
        const given = { practiceId, documentId: picture!.documentId };
        return () => practices.use(RemovePracticePicture).run(practices.holder, given);
      },
      {
        events: [
          {
            event: 'document.remove',
            actorRole: 'Agent',
            subjectType: 'document',
            details: { ownerType: 'merchant', ownerId: '<id>', hash: '<hash>' },
          },
        ],
        ...silent,
      },
    ],
    [
      'that is handed in',
      async () => {
        const id = await practices.save();
        return () => practices.submit(id);
      },
      {
        events: [{ event: 'practice.submit', ...by('Agent', { consent: '<hash>' }) }],
        messages: [{ message: 'practice.submitted', to: 'CityRegistrar' }],
      },
    ],
    [
      'that is released',
      async () => {
        const id = await practices.submitted();
        return () => practices.review(id);
      },
      {
        events: [{ event: 'practice.release', ...by('CityRegistrar', { levels: allLevels }) }],
        messages: [{ message: 'practice.released', to: 'Agent' }],
      },
    ],
    [
      'that is returned, after its release too',
      async () => {
        const id = await practices.released();
        return () => practices.review(id, { decision: 'return', reason: '数据来源有误。' });
      },
      {
        events: [
          { event: 'practice.return', ...by('CityRegistrar', { reason: '数据来源有误。' }) },
        ],
        messages: [{ message: 'practice.returned', to: 'Agent' }],
      },
    ],
    [
      'that is withdrawn',
      async () => {
        const id = await practices.released();
        return () => practices.withdraw(id);
      },
      { events: [{ event: 'practice.withdraw', ...by('Agent') }], ...silent },
    ],
  ]);
});
