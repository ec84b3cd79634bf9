import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import {
  type RefusalCase,
  recordTable,
  refusalTable,
} from '../../../../test/support/case-tables.js';
import { makeOpinion } from '../../../../test/support/office-review.js';
import { merchantPerson } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { Application } from '../../application.entity.js';
import { CorrectionRequest } from '../../correction-request.entity.js';
import { type CorrectionStage, RequestCorrection } from './request-correction.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  // A Wednesday before the seven days off of the National Day.
  app.clock.moveTo('2026-09-30T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview');
  const made = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
  id = made.id;
  await merchantPerson(app, made.merchantId);
});
afterAll(() => app.stop());

const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
const screener = acting('Screener');
const ask = (
  stage: CorrectionStage = 'division',
  items = ['netWan', 'evidence.G1'],
  actor = reviewer,
) =>
  app.app
    .get(RequestCorrection)
    .run(stage === 'screening' && actor === reviewer ? screener : actor, {
      applicationId: id,
      stage,
      items,
      reason: '交易汇总缺少十二月的数据，请补充。',
    });
const isNow = (state: Application['state']) =>
  app.database.repo(Application).update({ id }, { state });
const askedBefore = async (stage: CorrectionStage, times: number) => {
  for (let i = 0; i < times; i += 1) {
    await app.database.repo(CorrectionRequest).insert({
      id: newId(),
      applicationId: id,
      stage,
      items: ['netWan'],
      reason: '请核对。',
      requestedBy: newId(),
      requestedAt: app.clock.now(),
      dueOn: '2026-09-17',
      answeredAt: app.clock.now(),
    });
  }
};
const noItems = { code: 'review.correction.itemsMissing', field: 'items', guard: 'itemsListed' };
const spent =
  (stage: CorrectionStage, times: number): RefusalCase[1] =>
  async () => {
    await isNow(stage === 'division' ? 'InDivisionReview' : 'Recommended');
    await askedBefore(stage, times);
    return () => ask(stage);
  };

describe('a request for a correction', () => {
  refusalTable(
    () => app,
    [
      [
        'of an account of no division',
        () => () => ask('division', ['netWan'], acting('DivisionReviewer')),
        missingIn('division-scope'),
      ],
      [
        'of a screener in the name of the division',
        () => () => ask('division', ['netWan'], screener),
        missingIn('division-scope'),
      ],
      [
        'of another division',
        () => () =>
          ask('division', ['netWan'], acting('DivisionReviewer', { divisionCode: '330822' })),
        missingIn('application-file.queries'),
      ],
      ...(['division', 'screening'] as const).map(
        (stage) =>
          [
            `of the ${stage} outside its phase`,
            async () => {
              await app.database
                .repo(Programme)
                .update({ id: programme.id }, { state: 'MaterialReview' });
              return () => ask(stage);
            },
            { code: 'review.notInPhase', kind: 'conflict' },
          ] as const,
      ),
      [
        'of who approved the opinion',
        async () => {
          await makeOpinion(app, {
            applicationId: id,
            categoryId: programme.categoryIds.G!,
            approverId: reviewer.accountId,
          });
          return () => ask();
        },
        { code: 'forbiddenPair.reviewerApprover' },
      ],
      ['of nothing', () => () => ask('division', []), noItems],
      ['of an item the file has not', () => () => ask('division', ['netWan', 'text.G99']), noItems],
      [
        'of the division for the third time',
        spent('division', 2),
        {
          code: 'review.correction.noneLeft',
          variables: { most: 2 },
          guard: 'correctionsLeftInStage',
        },
      ],
      [
        'of the screening for the second time',
        spent('screening', 1),
        { code: 'review.correction.noneLeft', variables: { most: 1 } },
      ],
      [
        'that runs already',
        async () => {
          await ask();
          return () => ask();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: {
            lifecycle: 'application',
            state: 'CorrectionRequested',
            event: 'requestCorrection',
          },
        },
      ],
    ],
  );
  const told = [{ message: 'correctionRequested', to: 'Agent' }];
  const subjectType = 'application';
  recordTable(
    () => app,
    [
      [
        'the second of the division, due after five working days',
        async () => {
          await askedBefore('division', 1);
          await askedBefore('screening', 1);
          return () => ask('division', ['netWan', 'evidence.G1', 'netWan']);
        },
        {
          events: [
            {
              event: 'application.requestCorrection',
              actorRole: 'DivisionReviewer',
              subjectType,
              details: {
                from: 'InDivisionReview',
                to: 'CorrectionRequested',
                rule: 'A04',
                items: ['netWan', 'evidence.G1'],
                dueOn: '2026-10-13',
                number: 2,
              },
            },
          ],
          messages: told,
        },
      ],
      [
        'the one of the screening',
        async () => {
          await askedBefore('division', 2);
          await isNow('Recommended');
          return () => ask('screening', ['text.G15']);
        },
        {
          events: [
            {
              event: 'application.requestCorrectionAtScreening',
              actorRole: 'Screener',
              subjectType,
              details: {
                from: 'Recommended',
                to: 'CorrectionRequested',
                rule: 'A09',
                items: ['text.G15'],
                dueOn: '2026-10-13',
                number: 1,
              },
            },
          ],
          messages: told,
        },
      ],
    ],
  );
});
