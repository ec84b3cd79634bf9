import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { makeOpinion, seal, twoPlaces } from '../../../../test/support/office-review.js';
import { divisionPerson, merchantPerson } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { smallPng } from '../../../../test/support/small-files.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Application } from '../../application.entity.js';
import { SaveOpinion } from './save-opinion.js';
import { type SignatureInput, SignOpinion } from './sign-opinion.js';
import { StartDivisionReview } from './start-division-review.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  const made = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
  id = made.id;
  await merchantPerson(app, made.merchantId);
  await divisionPerson(app, 'DivisionApprover', '330802');
  await divisionPerson(app, 'DivisionApprover', '330822');
});
afterAll(() => app.stop());

const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
const approver = acting('DivisionApprover', { divisionCode: '330802' });
const subjectType = 'application';
const categoryId = () => programme.categoryIds.G!;
const opinion = (conclusion: 'recommend' | 'decline') =>
  app.app.get(SaveOpinion).run(reviewer, {
    applicationId: id,
    conclusion,
    opinion: '材料齐全，经营规范，带动本地就业明显，同意推荐参评。',
    version: 0,
  });
const sign = (over: Partial<SignatureInput>) =>
  app.app.get(SignOpinion).run(approver, {
    applicationId: id,
    conclusion: 'recommend',
    declineReason: null,
    seal,
    version: 1,
    ...over,
  });
const stored = {
  event: 'document.store',
  actorRole: 'DivisionApprover',
  subjectType: 'document',
  details: { ownerType: 'recommendation', ownerId: '<id>', hash: '<hash>', size: smallPng.length },
};

describe('the division office', () => {
  recordTable(
    () => app,
    [
      [
        'the beginning of a review',
        async () => {
          await app.database.repo(Application).update({ id }, { state: 'Submitted' });
          return () => app.app.get(StartDivisionReview).run(reviewer, id);
        },
        {
          events: [
            {
              event: 'application.startDivisionReview',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: { from: 'Submitted', to: 'InDivisionReview', rule: 'A03' },
            },
          ],
          messages: [],
        },
      ],
      [
        'an opinion, for who signs in this division',
        () => () => opinion('recommend'),
        {
          events: [
            {
              event: 'application.saveOpinion',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: { conclusion: 'recommend', rank: 1 },
            },
          ],
          messages: [],
        },
      ],
      [
        'an opinion that declines, without a rank',
        () => () => opinion('decline'),
        {
          events: [
            {
              event: 'application.saveOpinion',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: { conclusion: 'decline', rank: null },
            },
          ],
          messages: [{ message: 'opinionToSign', to: 'DivisionApprover' }],
        },
      ],
      [
        'the last place of the quota, with the seal',
        async () => {
          const other = await makeSubmitted(app, programme, { state: 'Recommended' });
          const approverId = newId();
          await makeOpinion(app, {
            applicationId: other.id,
            categoryId: categoryId(),
            approverId,
          });
          await makeOpinion(app, { applicationId: id, categoryId: categoryId(), rank: 2 });
          return () => sign({});
        },
        {
          events: [
            stored,
            {
              event: 'application.recommend',
              actorRole: 'DivisionApprover',
              subjectType,
              details: {
                from: 'InDivisionReview',
                to: 'Recommended',
                rule: 'A06',
                rank: 2,
                sealScanId: '<id>',
              },
            },
          ],
          messages: [{ message: 'applicationRecommended', to: 'Agent' }],
        },
      ],
      [
        'the same rank in another category',
        async () => {
          const other = await makeSubmitted(app, programme, { state: 'Recommended' });
          const approverId = newId();
          await makeOpinion(app, {
            applicationId: other.id,
            categoryId: programme.categoryIds.S ?? newId(),
            approverId,
          });
          await makeOpinion(app, { applicationId: id, categoryId: categoryId() });
          return () => sign({});
        },
        {
          events: [
            stored,
            {
              event: 'application.recommend',
              actorRole: 'DivisionApprover',
              subjectType,
              details: {
                from: 'InDivisionReview',
                to: 'Recommended',
                rule: 'A06',
                rank: 1,
                sealScanId: '<id>',
              },
            },
          ],
          messages: [{ message: 'applicationRecommended', to: 'Agent' }],
        },
      ],
      [
        'that the division does not recommend',
        async () => {
          await makeOpinion(app, { applicationId: id, categoryId: categoryId() });
          return () => sign({ conclusion: 'decline', declineReason: '近一年销售额明显下降。' });
        },
        {
          events: [
            stored,
            {
              event: 'application.decline',
              actorRole: 'DivisionApprover',
              subjectType,
              details: {
                from: 'InDivisionReview',
                to: 'NotRecommended',
                rule: 'A07',
                rank: null,
                sealScanId: '<id>',
              },
            },
          ],
          messages: [{ message: 'applicationDeclined', to: 'Agent' }],
        },
      ],
    ],
  );
});
