import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { refusalTable } from '../../../../test/support/case-tables.js';
import { seat } from '../../../../test/support/evidence.js';
import { makeOpinion, twoPlaces } from '../../../../test/support/office-review.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn, staleIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { Application } from '../../application.entity.js';
import { type OpinionInput, SaveOpinion } from './save-opinion.js';
import { StartDivisionReview } from './start-division-review.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  ({ id } = await makeSubmitted(app, programme, { state: 'InDivisionReview' }));
});
afterAll(() => app.stop());

const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
const elsewhere = acting('DivisionReviewer', { divisionCode: '330822' });
const opinion = (over: Partial<OpinionInput> = {}, actor = reviewer) =>
  app.app.get(SaveOpinion).run(actor, {
    applicationId: id,
    conclusion: 'recommend',
    opinion: '材料齐全，经营规范，带动本地就业明显，同意推荐参评。',
    version: 0,
    ...over,
  });
const start = (actor = reviewer) => app.app.get(StartDivisionReview).run(actor, id);
const isNow = (state: Application['state']) =>
  app.database.repo(Application).update({ id }, { state });
const notInPhase = async () => {
  await app.database.repo(Programme).update({ id: programme.id }, { state: 'Verification' });
};
const approved = () =>
  makeOpinion(app, {
    applicationId: id,
    categoryId: programme.categoryIds.G!,
    approverId: reviewer.accountId,
  });

describe('the beginning of a review', () => {
  refusalTable(
    () => app,
    [
      [
        'an account of no division',
        () => () => start(acting('DivisionReviewer')),
        missingIn('division-scope'),
      ],
      [
        'another role of the division',
        () => () => start(acting('DivisionApprover', { divisionCode: '330802' })),
        missingIn('division-scope'),
      ],
      ['another division', () => () => start(elsewhere), missingIn('application-file.queries')],
      [
        'an application nobody made',
        () => () => app.app.get(StartDivisionReview).run(reviewer, newId()),
        missingIn('lock-with-programme'),
      ],
      [
        'a draft',
        async () => {
          await isNow('Draft');
          return () => start();
        },
        missingIn('application-file.queries'),
      ],
      [
        'outside its phase',
        async () => {
          await notInPhase();
          return () => start();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'by who approved it',
        async () => {
          await approved();
          return () => start();
        },
        { code: 'forbiddenPair.reviewerApprover' },
      ],
      [
        'a review that runs',
        () => () => start(),
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: {
            lifecycle: 'application',
            state: 'InDivisionReview',
            event: 'startDivisionReview',
          },
        },
      ],
    ],
  );
});

describe('an opinion', () => {
  refusalTable(
    () => app,
    [
      [
        'of an account of no division',
        () => () => opinion({}, acting('DivisionReviewer')),
        missingIn('division-scope'),
      ],
      [
        'of another division',
        () => () => opinion({}, elsewhere),
        missingIn('application-file.queries'),
      ],
      [
        'outside its phase',
        async () => {
          await notInPhase();
          return () => opinion();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'before the review has begun',
        async () => {
          await isNow('Submitted');
          return () => opinion();
        },
        { code: 'review.opinion.closed', kind: 'conflict' },
      ],
      [
        'after it is signed',
        async () => {
          await isNow('Recommended');
          return () => opinion();
        },
        { code: 'review.opinion.closed', kind: 'conflict' },
      ],
      [
        'of who approved it',
        async () => {
          await approved();
          return () => opinion({ version: 1 });
        },
        { code: 'forbiddenPair.reviewerApprover' },
      ],
      [
        'of who judges the category',
        async () => {
          await seat(app, programme, reviewer.accountId);
          return () => opinion();
        },
        { code: 'forbiddenPair.recommenderJudge' },
      ],
      [
        'that somebody drafted meanwhile',
        async () => {
          await opinion({ conclusion: 'decline' });
          return () => opinion();
        },
        staleIn('save-opinion'),
      ],
      ['that is not there yet', () => () => opinion({ version: 1 }), staleIn('save-opinion')],
    ],
  );
});
