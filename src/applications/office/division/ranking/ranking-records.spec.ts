import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../../test/support/acting.js';
import { recordTable } from '../../../../../test/support/case-tables.js';
import { makeOpinion, seal, twoPlaces } from '../../../../../test/support/office-review.js';
import { divisionPerson, merchantPerson } from '../../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../../test/support/programme.js';
import { smallPng } from '../../../../../test/support/small-files.js';
import { makeSubmitted } from '../../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../../test/support/test-app.js';
import type { SeenRanking } from './change-ranking.js';
import { HandOverRanking } from './hand-over-ranking.js';
import { ReturnRanking } from './return-ranking.js';
import { SaveRanking } from './save-ranking.js';
import { SignRanking } from './sign-ranking.js';

let app: TestApp;
let programme: TestProgramme;
let ids: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  await divisionPerson(app, 'DivisionReviewer', '330802');
  await divisionPerson(app, 'DivisionApprover', '330802');
  ids = [];
  for (const rank of [1, 2]) {
    const { id, merchantId } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    ids.push(id);
    await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G!, rank });
    await merchantPerson(app, merchantId);
  }
});
afterAll(() => app.stop());

const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
const approver = acting('DivisionApprover', { divisionCode: '330802' });
const seen = (version: number, over: Partial<SeenRanking> = {}): SeenRanking => ({
  categoryId: programme.categoryIds.G!,
  order: ids,
  version,
  ...over,
});
const save = (version = 0, over: Partial<SeenRanking> = {}, actor = reviewer) =>
  app.app.get(SaveRanking).run(actor, seen(version, over));
const handOver = (version = 0, over: Partial<SeenRanking> = {}) =>
  app.app.get(HandOverRanking).run(reviewer, seen(version, over));
const sendBack = (version = 1, over: Partial<SeenRanking> = {}, actor = approver) =>
  app.app.get(ReturnRanking).run(actor, seen(version, over), '请把带动就业多的排在前面。');
const sign = (version = 1, over: Partial<SeenRanking> = {}, scan: typeof seal | null = seal) =>
  app.app.get(SignRanking).run(approver, seen(version, over), scan);

describe('a ranking', () => {
  const subjectType = 'ranking';
  recordTable(
    () => app,
    [
      [
        'the whole order',
        () => () => save(0, { order: ids.toReversed() }),
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
        () => () => handOver(),
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
          await handOver();
          return () => sendBack();
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
          await handOver();
          return () => sign();
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
