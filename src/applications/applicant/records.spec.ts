import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying, signedStatement } from '../../../test/support/applying.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { UploadReceipt } from '../upload-receipt.entity.js';
import { CloseOverdueCorrections } from './close-overdue-corrections.js';
import { StartApplications } from './start-applications.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  await divisionPerson(app, 'DivisionReviewer', '330802');
  await divisionPerson(app, 'DivisionReviewer', '330825');
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const submission = (confirmation: string, actorRole: string) => ({
  event: 'application.submit',
  actorRole,
  subjectType: 'application',
  details: {},
  confirmation,
});

describe('x', () => {
  recordTable(
    () => app,
    [
      [
        'drafts',
        async () => {
          const { merchantId } = await makeApplicant(app);
          return () =>
            app.app
              .get(StartApplications)
              .run({ ...draft.agent, duties: [{ ...draft.agent.duties[0]!, merchantId }] }, { categoryIds: [programme.categoryIds.G!] });
        },
        { events: [], messages: [] },
      ],
      ['a submission', () => () => draft.submit(), { events: [], messages: [] }],
      ['ask', () => () => draft.ask(), { events: [], messages: [] }],
      ['withdraw', () => () => draft.withdraw(), { events: [], messages: [] }],
      ['save', () => () => draft.save({ registeredMarks: '2' }), { events: [], messages: [] }],
      ['attach', () => () => draft.attach('G15'), { events: [], messages: [] }],
      ['remove', async () => { await draft.attach('G15'); return async () => draft.remove((await draft.load()).evidence[0]!.id); }, { events: [], messages: [] }],
      [
        'statement',
        async () => {
          await app.database.execute(`UPDATE duty SET role = 'Agent' WHERE merchant_id = ?`, [own.merchantId]);
          return () => draft.withdraw(draft.agent, signedStatement);
        },
        { events: [], messages: [] },
      ],
      [
        'correct',
        async () => {
          await draft.submit();
          await draft.askCorrection(['orders']);
          return () => draft.correct();
        },
        { events: [], messages: [] },
      ],
      [
        'correct 2',
        async () => {
          await draft.submit();
          await draft.askCorrection(['orders'], 'screening');
          return () => draft.correct();
        },
        { events: [], messages: [] },
      ],
      [
        'overdue',
        async () => {
          await draft.submit();
          await draft.askCorrection(['orders'], 'screening');
          app.clock.moveTo('2026-09-17T16:00:00.000Z');
          return () => app.app.get(CloseOverdueCorrections).run();
        },
        { events: [], messages: [] },
      ],
      [
        'K3',
        async () => {
          await app.database.repo(UploadReceipt).insert({ id: newId(), number: 'SC2026093012345678', applicationId: draft.id, accountId: own.accountId, startedAt: '2026-09-30T15:50:00.000Z', completedAt: '2026-09-30T15:51:00.000Z', files: 1 });
          app.clock.moveTo('2026-09-30T16:19:00.000Z');
          return () => draft.submit();
        },
        { events: [], messages: [] },
      ],
    ],
  );
});
