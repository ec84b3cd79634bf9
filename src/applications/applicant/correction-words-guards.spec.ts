import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { ReplyToCorrection } from '../office/file/reply-to-correction.js';
import { RequestCorrection } from '../office/file/request-correction.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  await divisionPerson(app, 'DivisionReviewer', '330802');
  draft = await applying(app, own, opened.programme);
  await draft.submit();
  await draft.moveTo('InDivisionReview');
});
afterAll(() => app.stop());

const clerk = acting('DivisionReviewer', { divisionCode: '330802' });
const items = ['orders', 'evidence.G3'];
const ask = () =>
  app.app.get(RequestCorrection).run(clerk, {
    applicationId: draft.id,
    stage: 'division',
    items,
    reason: '订单量与平台汇总不一致，请核对。',
    texts: { orders: '请填平台后台的数。', 'text.G15': '没有勾选的不问。' },
  });
const reply = (texts: Record<string, string>, actor = clerk, stage = 'division' as const) =>
  app.app.get(ReplyToCorrection).run(actor, { applicationId: draft.id, stage, texts });

describe('words about a correction', () => {
  const byRepresentative = { actorRole: 'LegalRepresentative', subjectType: 'application' };
  recordTable(
    () => app,
    [
      [
        'a question of the merchant',
        async () => {
          await ask();
          return () => draft.askAbout({ orders: '以哪天为准？', parcels: '没有问的不留。' });
        },
        {
          events: [
            {
              event: 'application.askAboutCorrection',
              ...byRepresentative,
              details: { correctionId: '<id>', items: ['orders'] },
            },
          ],
          messages: [{ message: 'correctionAsked', to: 'DivisionReviewer' }],
        },
      ],
      [
        'a reply of the office',
        async () => {
          await ask();
          return () => reply({ orders: '以12月31日为准。' });
        },
        {
          events: [
            {
              event: 'application.replyToCorrection',
              actorRole: 'DivisionReviewer',
              subjectType: 'application',
              details: { correctionId: '<id>', items: ['orders'] },
            },
          ],
          messages: [{ message: 'correctionReplied', to: 'LegalRepresentative' }],
        },
      ],
      [
        'which items were answered with the correction',
        async () => {
          await ask();
          await draft.save({ orders: '59000' });
          return () =>
            draft.correct(undefined, {
              texts: { 'evidence.G3': '平台不出单据。' },
              unchangedMeant: false,
            });
        },
        {
          events: [
            {
              event: 'application.correctForDivision',
              ...byRepresentative,
              details: {
                from: 'CorrectionRequested',
                to: 'Submitted',
                rule: 'A05a',
                correctionId: '<id>',
                items,
                answered: ['evidence.G3'],
                number: 2,
                contentHash: '<hash>',
              },
            },
          ],
          messages: [
            { message: 'applicationCorrected', to: 'LegalRepresentative' },
            { message: 'correctionReturned', to: 'DivisionReviewer' },
          ],
        },
      ],
    ],
  );

  const nothing = { code: 'applications.correction.nothingSaid' };
  const tooLong = { orders: '长'.repeat(501) };
  const long = {
    code: 'applications.correction.tooLong',
    field: 'say.orders',
    variables: { most: 500 },
  };
  const over = { kind: 'conflict' } as const;
  refusalTable(
    () => app,
    [
      [
        'a question about nothing',
        async () => {
          await ask();
          return () => draft.askAbout({ orders: ' ' });
        },
        nothing,
      ],
      [
        'a question without a request',
        () => () => draft.askAbout({ orders: '？' }),
        { code: 'applications.locked', ...over },
      ],
      [
        'a question about what was sent meanwhile',
        async () => {
          await ask();
          const file = await draft.load();
          await draft.correct();
          return () => draft.askAbout({ orders: '？' }, file);
        },
        {
          code: 'applications.locked',
          ...over,
          variables: { lifecycle: 'application', state: 'Submitted' },
        },
      ],
      [
        'a word that is too long',
        async () => {
          await ask();
          return () => draft.askAbout(tooLong);
        },
        long,
      ],
      [
        'a reply about nothing',
        async () => {
          await ask();
          return () => reply({ parcels: '没有问的。' });
        },
        nothing,
      ],
      [
        'a reply without a request',
        () => () => reply({ orders: '请改。' }),
        { code: 'review.correction.answered', ...over },
      ],
      [
        'a reply to what has come back',
        async () => {
          await ask();
          await draft.correct();
          return () => reply({ orders: '请改。' });
        },
        { code: 'review.correction.answered', ...over },
      ],
      [
        'a reply to what was withdrawn',
        async () => {
          await ask();
          await draft.withdraw();
          return () => reply({ orders: '请改。' });
        },
        { code: 'review.correction.answered', ...over },
      ],
      [
        'a reply of another division',
        async () => {
          await ask();
          const elsewhere = acting('DivisionReviewer', { divisionCode: '330822' });
          return () => reply({ orders: '请改。' }, elsewhere);
        },
        missingIn('application-file.queries'),
      ],
      [
        'a correction that neither changes nor says anything',
        async () => {
          await ask();
          await draft.save({ orders: '59000' });
          return () => draft.correct(undefined, { unchangedMeant: false });
        },
        {
          code: 'applications.correction.unchanged',
          field: 'unchanged',
          variables: { count: 1 },
        },
      ],
    ],
  );
});
