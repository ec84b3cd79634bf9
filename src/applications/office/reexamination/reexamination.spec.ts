import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { makeOpinion } from '../../../../test/support/office-review.js';
import { merchantPerson } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeReexamination } from '../../../../test/support/remedies.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { ReexaminationRequest } from '../../reexamination-request.entity.js';
import { DecideReexamination, type ReexaminationDecision } from './decide-reexamination.js';
import { RequestReexamination } from './request-reexamination.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
let agent: Actor;
beforeAll(async () => {
  app = await TestApp.start();
  // A Monday; three working days later is Thursday 4 June.
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview');
  const made = await makeSubmitted(app, programme, { state: 'NotRecommended' });
  id = made.id;
  agent = acting('Agent', { merchantId: made.merchantId });
  const approverId = newId();
  const categoryId = programme.categoryIds.G!;
  await makeOpinion(app, { applicationId: id, categoryId, conclusion: 'decline', approverId });
  await merchantPerson(app, made.merchantId);
});
afterAll(() => app.stop());

const ask = (actor = agent, applicationId = id) =>
  app.app.get(RequestReexamination).run(actor, { applicationId, statement: '请复查。' });
const decide =
  (over: Partial<ReexaminationDecision> = {}, asked: Partial<ReexaminationRequest> = {}) =>
  async () => {
    const requestId = await makeReexamination(app, { applicationId: id, ...asked });
    return () =>
      app.app.get(DecideReexamination).run(acting('CityRegistrar'), {
        requestId,
        decision: 'accepted',
        reply: '情况属实。',
        ...over,
      });
  };
const subjectType = 'application';

describe('a request to be looked at again', () => {
  refusalTable(
    () => app,
    [
      [
        'about an application nobody made',
        () => () => ask(agent, newId()),
        missingIn('lock-with-programme'),
      ],
      [
        'of another merchant',
        async () => {
          const stranger = acting('Agent', { merchantId: await makeMerchant(app) });
          return () => ask(stranger);
        },
        missingIn('request-reexamination'),
      ],
      [
        'of an account without a merchant',
        () => () => ask({ ...agent, duties: [] }),
        missingIn('request-reexamination'),
      ],
      [
        'about what was recommended',
        async () => {
          await app.database.repo(Application).update({ id }, { state: 'Recommended' });
          return () => ask();
        },
        { code: 'review.reexamination.notNow', kind: 'conflict' },
      ],
      [
        'on the first moment after its last day',
        () => {
          app.clock.moveTo('2026-06-04T16:00:00.000Z');
          return () => ask();
        },
        { code: 'review.reexamination.late' },
      ],
      [
        'for the second time',
        async () => {
          await ask();
          return () => ask();
        },
        { code: 'review.reexamination.once', kind: 'conflict', guard: 'notReexaminedBefore' },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'one in the last minute, which is answered within five working days',
        () => {
          app.clock.moveTo('2026-06-04T15:59:00.000Z');
          return () => ask();
        },
        {
          events: [
            {
              event: 'application.askReexamination',
              actorRole: 'Agent',
              subjectType,
              details: { answerDueOn: '2026-06-11' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('the decision on it', () => {
  refusalTable(
    () => app,
    [
      ['on none', decide({ requestId: newId() }), missingIn('decide-reexamination')],
      [
        'for the second time',
        decide({}, { decision: 'refused' }),
        { code: 'review.reexamination.decided', kind: 'conflict' },
      ],
      [
        'that accepts what was asked too late',
        decide({}, { requestedAt: '2026-06-04T16:00:00.000Z' }),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A08', guard: 'requestedInTime' },
        },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'that puts the file back before the division',
        decide(),
        {
          events: [
            {
              event: 'application.requestReexamination',
              actorRole: 'CityRegistrar',
              subjectType,
              details: {
                from: 'NotRecommended',
                to: 'InDivisionReview',
                rule: 'A08',
                requestId: '<id>',
                decision: 'accepted',
              },
            },
          ],
          messages: [{ message: 'reexaminationAccepted', to: 'Agent' }],
        },
      ],
      [
        'that refuses',
        decide({ decision: 'refused' }),
        {
          events: [
            {
              event: 'application.refuseReexamination',
              actorRole: 'CityRegistrar',
              subjectType,
              details: { requestId: '<id>', decision: 'refused' },
            },
          ],
          messages: [{ message: 'reexaminationRefused', to: 'Agent' }],
        },
      ],
    ],
  );
});
