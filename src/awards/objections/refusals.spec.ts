import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Notice } from '../notices/notice.entity.js';
import { Objection } from './objection.entity.js';
import { AnswerObjection } from './answer-objection.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;

describe('an objection', () => {
  refusalTable(app, [
    [
      'against a notice nobody posted',
      () => () => objections.object({ noticeId: newId() }),
      missingIn('file-objection'),
    ],
    [
      'against a notice of another kind',
      async () => {
        await award.app.database.repo(Notice).update(objections.noticeId, { kind: 'call' });
        return () => objections.object();
      },
      missingIn('file-objection'),
    ],
    [
      'in the first millisecond after the last day',
      () => {
        award.app.clock.moveTo('2026-06-08T16:00:00.000Z');
        return () => objections.object();
      },
      {
        code: 'awards.objection.periodOver',
        variables: { last: '2026-06-08' },
        guard: 'noticePeriodRuns',
      },
    ],
    ...(['unit', 'person'] as const).flatMap(
      (identityKind) =>
        [
          [
            `of a ${identityKind} without a name`,
            () => () => objections.object({ identityKind, name: null }),
            { code: 'awards.objection.name', field: 'name' },
          ],
          [
            `of a ${identityKind} without a telephone`,
            () => () => objections.object({ identityKind, telephone: '' }),
            { code: 'awards.objection.telephone', field: 'telephone' },
          ],
        ] as const,
    ),
    [
      'against a merchant who is not on the list',
      () => () => objections.object({ applicationId: award.entries[2]!.applicationId }),
      { code: 'awards.objection.notListed', field: 'applicationId' },
    ],
  ]);
});

describe('an objection that the office enters', () => {
  refusalTable(app, [
    [
      'against a notice nobody posted',
      () => () => objections.enter({ noticeId: newId() }),
      missingIn('enter-objection'),
    ],
    [
      'when it is not the registrar',
      () => () => objections.enter({}, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'after the list has gone on',
      async () => {
        await award.app.database.execute("UPDATE programme SET state = 'Approved' WHERE id = ?", [
          award.id,
        ]);
        return () => objections.enter();
      },
      { code: 'awards.objection.settled', kind: 'conflict' },
    ],
    [
      'with a day that has not come',
      () => () => objections.enter({ receivedOn: '2026-12-31' }),
      { code: 'awards.objection.receivedLater', field: 'receivedOn' },
    ],
    [
      'with a day before the notice',
      () => () => objections.enter({ receivedOn: '2026-05-01' }),
      { code: 'awards.objection.receivedBefore', field: 'receivedOn' },
    ],
    [
      'with a day after the period',
      () => {
        award.app.clock.moveTo('2026-06-10T02:00:00.000Z');
        return () => objections.enter({ receivedOn: '2026-06-09' });
      },
      { code: 'awards.objection.periodOver', guard: 'noticePeriodRuns' },
    ],
    ...(['post', 'window'] as const).map(
      (channel) =>
        [
          `by ${channel} without a scan`,
          () => () => objections.enter({ channel }),
          { code: 'awards.objection.scanMissing', field: 'evidence' },
        ] as const,
    ),
  ]);
});

describe('a look at an objection', () => {
  refusalTable(app, [
    [
      'with another code',
      async () => {
        const id = await objections.object();
        const { receiptNumber } = await award.app.database.repo(Objection).findOneByOrFail({ id });
        const stranger = await award.app.visitor().get('/objections/follow');
        return () => stranger.submit('/objections/follow', { receiptNumber, code: 'ABCDEFGHJK' });
      },
      { code: 'awards.objection.notFound', field: 'code' },
    ],
  ]);
});

describe('an acceptance', () => {
  refusalTable(app, [
    [
      'by the approver',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, {}, award.people.approver);
      },
      missingIn('acting-role'),
    ],
    [
      'of an objection nobody has made',
      () => () => objections.admit(newId()),
      missingIn('lock-objection'),
    ],
    [
      'of an objection that somebody has changed meanwhile',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, { version: 9 });
      },
      staleIn('move-objection'),
    ],
    [
      'without a name and without facts',
      async () => {
        const id = await objections.object({ identityKind: 'anonymous', substance: ' ' });
        return () => objections.admit(id);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'O02', guard: 'identityOrCheckableFacts' },
      },
    ],
    [
      'that is denied without a reason',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, { accepted: false });
      },
      { code: 'awards.objection.reason', field: 'reason' },
    ],
    [
      'that is denied with an empty reason',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, { accepted: false, reason: ' ' });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'O03', guard: 'reasonGiven' } },
    ],
    [
      'a second time',
      async () => {
        const id = await objections.accepted();
        return () => objections.admit(id);
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'objection', state: 'UnderReview', event: 'accept' },
      },
    ],
  ]);
});

describe('an answer', () => {
  refusalTable(app, [
    [
      'by the office',
      async () => {
        const objectionId = await objections.accepted();
        return () =>
          award.app.app
            .get(AnswerObjection)
            .run(award.people.registrar, { objectionId, answer: '属实' });
      },
      missingIn('acting-role'),
    ],
    [
      'by another merchant',
      async () => objections.answer(await objections.accepted(), award.entries[0]!.merchantId),
      missingIn('answer-objection'),
    ],
    [
      'before the acceptance, of which the merchant learns nothing',
      async () => objections.answer(await objections.object()),
      missingIn('answer-objection'),
    ],
    [
      'to an objection that was not accepted',
      async () => {
        const id = await objections.object();
        await objections.admit(id, { accepted: false, reason: '没有可核查的事实。' });
        return objections.answer(id);
      },
      missingIn('answer-objection'),
    ],
    [
      'a second time',
      async () => objections.answer(await objections.heard()),
      { code: 'awards.objection.answered', kind: 'conflict' },
    ],
    [
      'after the decision',
      async () => {
        const id = await objections.accepted();
        await objections.decide(id);
        return objections.answer(id);
      },
      { code: 'awards.objection.answerOver' },
    ],
  ]);
});
