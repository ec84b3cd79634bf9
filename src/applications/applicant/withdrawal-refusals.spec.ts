import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying, signedStatement } from '../../../test/support/applying.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import type { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  draft = await applying(app, own, opened.programme);
});
afterAll(() => app.stop());

const noRepresentative = () =>
  app.database.execute('UPDATE duty SET ended_at = ? WHERE merchant_id = ?', [
    app.clock.now(),
    own.merchantId,
  ]);

describe('a withdrawal', () => {
  refusalTable(
    () => app,
    [
      [
        'an agent while the representative has an account',
        async () => {
          await draft.submit();
          return () => draft.withdraw(draft.agent, signedStatement);
        },
        { code: 'applications.withdraw.representativeOnly' },
      ],
      [
        'an agent without the signed statement',
        async () => {
          await draft.submit();
          await noRepresentative();
          return () => draft.withdraw(draft.agent);
        },
        { code: 'applications.withdraw.statementNeeded', field: 'statement' },
      ],
      [
        'of a draft that was never submitted',
        () => () => draft.withdraw(),
        { code: 'applications.withdraw.neverSubmitted' },
      ],
      [
        'once the scores are locked',
        async () => {
          await draft.moveTo('ScoreLocked');
          return () => draft.withdraw();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'ScoreLocked', event: 'withdraw' },
        },
      ],
      [
        'a form without its tick',
        async () => {
          await draft.submit();
          await own.visitor.get(`${draft.path}/withdrawal`);
          return () => own.visitor.submit('/withdrawal', {});
        },
        { code: 'applications.withdraw.tick', field: 'understood' },
      ],
    ],
  );
});
