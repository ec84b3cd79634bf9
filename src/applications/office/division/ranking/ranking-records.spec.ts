import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../../seeds/reference/rule-sets/preset-now.js';
import { recordTable } from '../../../../../test/support/case-tables.js';

import { smallPng } from '../../../../../test/support/small-files.js';
import { TestApp } from '../../../../../test/support/test-app.js';

import { RankedDivision, approver, reviewer } from '../../../../../test/support/ranked-division.js';
import { Application } from '../../../application.entity.js';
import { Ranking } from '../../../ranking.entity.js';
import { Recommendation } from '../../../recommendation.entity.js';

let app: TestApp;
let division: RankedDivision;
beforeAll(async () => {
  app = await TestApp.start();
  division = await RankedDivision.make(app);
});
afterAll(() => app.stop());

describe('a ranking', () => {
  const subjectType = 'ranking';
  const told = { message: 'applicationRecommended', to: 'Agent' };
  const signed = (ranks: readonly number[]) => [
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
    ...ranks.map((rank) => ({
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
      details: { category: 'G', count: ranks.length, sealScanId: '<id>' },
    },
  ];
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
        'the set of a division that has no quota',
        async () => {
          const free = await RankedDivision.make(app, PRESET_NOW);
          await free.handOver();
          return () => free.sign();
        },
        { events: signed([1, 2]), messages: [told, told] },
      ],
      [
        'the rest of a set after a place that was signed alone',
        async () => {
          const [first, second] = division.ids as [string, string];
          const one = { applicationId: first };
          await app.database.repo(Application).update({ id: first }, { state: 'Recommended' });
          const approvedAt = app.clock.now();
          await app.database
            .repo(Recommendation)
            .update(one, { approverId: approver.accountId, approvedAt });
          await division.handOver(0, { order: [second] });
          return () => division.sign(1, { order: [second] });
        },
        { events: signed([2]), messages: [told] },
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
          events: signed([1, 2]),
          messages: [told, told],
        },
      ],
    ],
  );

  test('takes the order of the page along, saved or not', async () => {
    await division.handOver(0, { order: division.ids.toReversed() });
    const rows = await app.database.repo(Recommendation).find({
      where: division.ids.map((applicationId) => ({ applicationId })),
      order: { rank: 'ASC' },
    });
    expect(rows.map(({ applicationId }) => applicationId)).toEqual(division.ids.toReversed());
  });

  test('says who handed it over and when, without the reason of an earlier return', async () => {
    await division.handOver();
    await division.sendBack();
    app.clock.moveTo('2026-10-12T02:00:00.000Z');
    await division.handOver(2);
    const { handedBy, handedAt, returnReason } = await app.database
      .repo(Ranking)
      .findOneByOrFail({ categoryId: division.programme.categoryIds.G! });
    expect({ handedBy, handedAt, returnReason }).toEqual({
      handedBy: reviewer.accountId,
      handedAt: expect.stringContaining('2026-10-12T02:00'),
      returnReason: null,
    });
  });
});
