import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../../../test/support/case-tables.js';

import { smallPng } from '../../../../../test/support/small-files.js';
import { TestApp } from '../../../../../test/support/test-app.js';

import { RankedDivision } from '../../../../../test/support/ranked-division.js';

let app: TestApp;
let division: RankedDivision;
beforeAll(async () => {
  app = await TestApp.start();
  division = await RankedDivision.make(app);
});
afterAll(() => app.stop());

describe('a ranking', () => {
  const subjectType = 'ranking';
  recordTable(
    () => app,
    [
      [
        'the whole order',
        () => () => division.save(0, { order: division.ids.toReversed() }),
        {
          events: [
            {
              event: 'ranking.save',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: { category: 'G', order: ['<id>', '<id>'] },
            },
          ],
          messages: [],
        },
      ],
      [
        'the set handed over',
        () => () => division.handOver(),
        {
          events: [
            {
              event: 'ranking.handOver',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: { category: 'G', order: ['<id>', '<id>'] },
            },
          ],
          messages: [{ message: 'rankingHandedOver', to: 'DivisionApprover' }],
        },
      ],
      [
        'the set sent back with the reason',
        async () => {
          await division.handOver();
          return () => division.sendBack();
        },
        {
          events: [
            {
              event: 'ranking.return',
              actorRole: 'DivisionApprover',
              subjectType,
              details: { category: 'G', reason: '请把带动就业多的排在前面。' },
            },
          ],
          messages: [{ message: 'rankingReturned', to: 'DivisionReviewer' }],
        },
      ],
      [
        'every recommendation of the set, under one seal',
        async () => {
          await division.handOver();
          return () => division.sign();
        },
        {
          events: [
            {
              event: 'document.store',
              actorRole: 'DivisionApprover',
              subjectType: 'document',
              details: {
                ownerType: 'recommendation',
                ownerId: '<id>',
                hash: '<hash>',
                size: smallPng.length,
              },
            },
            ...[1, 2].map((rank) => ({
              event: 'application.recommend',
              actorRole: 'DivisionApprover',
              subjectType: 'application',
              details: {
                from: 'InDivisionReview',
                to: 'Recommended',
                rule: 'A06',
                rank,
                sealScanId: '<id>',
              },
            })),
            {
              event: 'ranking.sign',
              actorRole: 'DivisionApprover',
              subjectType,
              details: { category: 'G', count: 2, sealScanId: '<id>' },
            },
          ],
          messages: [
            { message: 'applicationRecommended', to: 'Agent' },
            { message: 'applicationRecommended', to: 'Agent' },
          ],
        },
      ],
    ],
  );
});
