import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import {
  type RefusalCase,
  recordTable,
  refusalTable,
} from '../../../../test/support/case-tables.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { merchantPerson, office } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeScreening, makeStatement } from '../../../../test/support/remedies.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { ScreeningStatement } from '../../screening-statement.entity.js';
import { AnswerStatement, type StatementAnswer } from './answer-statement.js';
import { MakeStatement } from './make-statement.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
let agent: Actor;
const screener = acting('Screener');
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  // A Monday; three working days later is Thursday 4 June.
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  const made = await makeSubmitted(app, programme, { state: 'ScreenedOut' });
  id = made.id;
  agent = acting('Agent', { merchantId: made.merchantId });
  await makeScreening(app, { applicationId: id, screenerId: screener.accountId });
  await merchantPerson(app, made.merchantId);
  await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

const state = (actor = agent, applicationId = id) =>
  app.app
    .get(MakeStatement)
    .run(actor, { applicationId, statement: '审查引用的数据少计了两个店铺。' });
const answer =
  (
    over: Partial<StatementAnswer> = {},
    actor = registrar,
    stated: Partial<ScreeningStatement> = {},
  ) =>
  async () => {
    const statementId = await makeStatement(app, { applicationId: id, ...stated });
    return () =>
      app.app
        .get(AnswerStatement)
        .run(actor, { statementId, outcome: 'reopened', reply: '重新审查。', ...over });
  };
const subjectType = 'application';

describe('a statement after screening', () => {
  refusalTable(
    () => app,
    [
      [
        'about an application nobody made',
        () => () => state(agent, newId()),
        missingIn('lock-with-programme'),
      ],
      [
        'of another merchant',
        async () => {
          const stranger = acting('Agent', { merchantId: await makeMerchant(app) });
          return () => state(stranger);
        },
        missingIn('make-statement'),
      ],
      [
        'of an account without a merchant',
        () => () => state({ ...agent, duties: [] }),
        missingIn('make-statement'),
      ],
      [
        'about what was let in',
        async () => {
          await app.database.repo(Application).update({ id }, { state: 'ScreenedIn' });
          return () => state();
        },
        { code: 'review.statement.notNow', kind: 'conflict' },
      ],
      [
        'about what was never screened',
        async () => {
          const { id: other, merchantId } = await makeSubmitted(app, programme, {
            state: 'ScreenedOut',
          });
          return () => state(acting('Agent', { merchantId }), other);
        },
        { code: 'review.statement.notNow', kind: 'conflict' },
      ],
      [
        'on the first moment after its last day',
        () => {
          app.clock.moveTo('2026-06-04T16:00:00.000Z');
          return () => state();
        },
        { code: 'review.statement.late' },
      ],
      [
        'for the second time',
        async () => {
          await state();
          return () => state();
        },
        { code: 'review.statement.once', kind: 'conflict' },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'one in the last minute, for who answers within five working days',
        () => {
          app.clock.moveTo('2026-06-04T15:59:00.000Z');
          return () => state();
        },
        {
          events: [
            {
              event: 'application.makeStatement',
              actorRole: 'Agent',
              subjectType,
              details: { answerDueOn: '2026-06-11' },
            },
          ],
          messages: [{ message: 'statementMade', to: 'CityRegistrar' }],
        },
      ],
    ],
  );
});

describe('the answer to a statement', () => {
  refusalTable(
    () => app,
    [
      ['to none', answer({ statementId: newId() }), missingIn('answer-statement')],
      [
        'for the second time',
        answer({}, registrar, { outcome: 'upheld' }),
        { code: 'review.statement.answeredAlready', kind: 'conflict' },
      ],
      ...(['reopened', 'upheld'] as const).map((outcome): RefusalCase => [
        `${outcome} by who screened it out`,
        answer({ outcome }, { ...registrar, accountId: screener.accountId }),
        { code: 'review.statement.samePerson', guard: 'answeredByAnotherPerson' },
      ]),
      [
        'that reopens the screening outside its phase',
        async () => {
          const { id: programmeId } = programme;
          await app.database
            .repo(Programme)
            .update({ id: programmeId }, { state: 'MaterialReview' });
          return answer()();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'that reopens the screening on a statement that came late',
        answer({}, registrar, { statedAt: '2026-06-04T16:00:00.000Z' }),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A11s', guard: 'statedInTime' },
        },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'a sound one, which reopens the screening',
        answer(),
        {
          events: [
            {
              event: 'application.reopenScreening',
              actorRole: 'CityRegistrar',
              subjectType,
              details: {
                from: 'ScreenedOut',
                to: 'Recommended',
                rule: 'A11s',
                statementId: '<id>',
                outcome: 'reopened',
              },
            },
          ],
          messages: [{ message: 'statementAccepted', to: 'Agent' }],
        },
      ],
      [
        'one that changes nothing',
        answer({ outcome: 'upheld' }),
        {
          events: [
            {
              event: 'application.upholdScreening',
              actorRole: 'CityRegistrar',
              subjectType,
              details: { statementId: '<id>', outcome: 'upheld' },
            },
          ],
          messages: [{ message: 'statementAnswered', to: 'Agent' }],
        },
      ],
    ],
  );
});
