import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { seat } from '../../../../test/support/evidence.js';
import {
  anotherSeal,
  makeOpinion,
  seal,
  twoPlaces,
} from '../../../../test/support/office-review.js';
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
import { CorrectionRequest } from '../../correction-request.entity.js';
import type { Recommendation } from '../../recommendation.entity.js';
import { type SignatureInput, SignOpinion } from './sign-opinion.js';

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

const approver = acting('DivisionApprover', { divisionCode: '330802' });
const sign = (over: Partial<SignatureInput> = {}, actor = approver) =>
  app.app.get(SignOpinion).run(actor, {
    applicationId: id,
    conclusion: 'recommend',
    declineReason: null,
    seal,
    version: 1,
    ...over,
  });
const draft = (over: Partial<Recommendation> = {}, applicationId = id, category = 'G') =>
  makeOpinion(app, { applicationId, categoryId: programme.categoryIds[category]!, ...over });
/** Another application of the division that was recommended with a rank. */
const signed = async (rank: number) => {
  const other = await makeSubmitted(app, programme, { state: 'Recommended' });
  await draft({ rank, approverId: newId() }, other.id);
};
const drafted =
  (over: Partial<Recommendation>, given: Partial<SignatureInput> = {}): RefusalCase[1] =>
  async () => {
    await draft(over);
    return () => sign(given);
  };

describe('a signature', () => {
  refusalTable(
    () => app,
    [
      [
        'of an account of no division',
        () => () => sign({}, acting('DivisionApprover')),
        missingIn('division-scope'),
      ],
      [
        'of a reviewer',
        () => () => sign({}, acting('DivisionReviewer', { divisionCode: '330802' })),
        missingIn('division-scope'),
      ],
      [
        'of another division',
        () => () => sign({}, acting('DivisionApprover', { divisionCode: '330822' })),
        missingIn('application-file.queries'),
      ],
      [
        'outside its phase',
        async () => {
          await draft();
          await app.database
            .repo(Programme)
            .update({ id: programme.id }, { state: 'Verification' });
          return () => sign();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'of who judges the category',
        async () => {
          await draft();
          await seat(app, programme, approver.accountId);
          return () => sign();
        },
        { code: 'forbiddenPair.recommenderJudge' },
      ],
      [
        'of who reviewed it',
        drafted({ reviewerId: approver.accountId }),
        {
          code: 'forbiddenPair.reviewerApprover',
          guard: 'reviewerIsNotApprover',
        },
      ],
      [
        'without the seal',
        drafted({}, { seal: null }),
        { code: 'review.signature.sealMissing', field: 'seal', guard: 'sealScanAttached' },
      ],
      [
        'that declines without a reason',
        drafted({}, { conclusion: 'decline' }),
        { code: 'forms.required', field: 'declineReason', guard: 'reasonGiven' },
      ],
      ['before there is an opinion', () => () => sign(), { code: 'review.signature.noOpinion' }],
      ['under an opinion that changed meanwhile', drafted({ version: 2 }), staleIn('sign-opinion')],
      [
        'under an opinion on what was handed in before',
        async () => {
          await draft();
          const submittedAt = new Date(Date.parse(app.clock.now()) + 1).toISOString();
          await app.database.repo(Application).update({ id }, { submittedAt });
          return () => sign();
        },
        { code: 'review.signature.changedSince' },
      ],
      [
        'under an opinion from before a correction',
        async () => {
          await draft();
          await app.database.repo(CorrectionRequest).insert({
            id: newId(),
            applicationId: id,
            stage: 'division',
            items: ['orders'],
            reason: '请核对订单量。',
            requestedBy: newId(),
            requestedAt: app.clock.now(),
            dueOn: '2026-10-20',
            answeredAt: new Date(Date.parse(app.clock.now()) + 1).toISOString(),
          });
          return () => sign();
        },
        { code: 'review.signature.changedSince' },
      ],
      [
        'that recommends against the opinion',
        drafted({ conclusion: 'decline', rank: null }),
        { code: 'review.signature.rankMissing' },
      ],
      [
        'under an opinion without a rank',
        drafted({ rank: null }),
        { code: 'review.signature.rankMissing' },
      ],
      [
        'of a rank that is signed in the category',
        async () => {
          await signed(1);
          await draft({ rank: 1 });
          return () => sign();
        },
        { code: 'review.rank.taken', variables: { rank: 1 }, guard: 'rankUnique' },
      ],
      [
        'of a rank that leaves a gap',
        drafted({ rank: 2 }),
        { code: 'review.rank.gap', variables: { rank: 2, next: 1 } },
      ],
      [
        'of one more than the quota',
        async () => {
          await signed(1);
          await signed(2);
          await draft({ rank: 3 });
          return () => sign();
        },
        { code: 'review.rank.quota', variables: { quota: 2 }, guard: 'withinDivisionQuota' },
      ],
      ...(['很好', '好'.repeat(501)] as const).map(
        (opinion) =>
          [
            `under an opinion of ${opinion.length} characters`,
            drafted({ opinion }, { seal: anotherSeal(opinion) }),
            {
              code: 'lifecycle.refused.guard',
              variables: { rule: 'A06', guard: 'opinionLengthValid' },
              writes: ['documents on disk'],
            },
          ] as const,
      ),
      [
        'of what is signed already',
        async () => {
          await draft();
          await app.database.repo(Application).update({ id }, { state: 'Recommended' });
          return () => sign({ seal: anotherSeal('late') });
        },
        {
          code: 'review.opinion.closed',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Recommended' },
        },
      ],
    ],
  );
});
