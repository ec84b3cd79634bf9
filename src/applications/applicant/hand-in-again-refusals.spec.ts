import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  await divisionPerson(app, 'DivisionReviewer', '330802');
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const reopened = async () => {
  await draft.submit();
  await draft.reopen();
};

describe('what is not handed in again', () => {
  refusalTable(
    () => app,
    [
      [
        'to take back a draft',
        () => () => draft.reopen(),
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Draft', event: 'reopenSubmission' },
        },
      ],
      [
        'to take back what is recommended already',
        async () => {
          await draft.submit();
          await draft.moveTo('Recommended');
          return () => draft.reopen();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Recommended', event: 'reopenSubmission' },
        },
      ],
      [
        'to take it back at the first moment after the deadline',
        async () => {
          await draft.submit();
          const file = await draft.load();
          app.clock.moveTo(afterTheWindow);
          return () => draft.reopen(file);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02r', guard: 'beforeDeadline' } },
      ],
      [
        'to take it back while the programme is not open',
        async () => {
          await draft.submit();
          await app.database.repo(Programme).update({ id: programme.id }, { state: 'Screening' });
          return () => draft.reopen();
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02r', guard: 'beforeDeadline' } },
      ],
      [
        'to restore a draft that was never handed in',
        () => () => draft.restore(),
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02s', guard: 'submittedBefore' } },
      ],
      [
        'to drop what was handed in, also while it is changed',
        async () => {
          await reopened();
          return () => draft.drop();
        },
        { code: 'applications.drop.tooLate', kind: 'conflict' },
      ],
      [
        'to drop what was handed in meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => draft.drop(file);
        },
        {
          code: 'applications.drop.tooLate',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Submitted' },
        },
      ],
      [
        'the page that drops what was handed in',
        async () => {
          await draft.submit();
          return () => own.visitor.get(`${draft.path}/removal`);
        },
        { code: 'applications.drop.tooLate', kind: 'conflict' },
      ],
    ],
  );
});
