import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ApplicationFiles } from './application-files.js';
import { ReadMessage } from './read-message.js';

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

const newcomer = () => ({ ...acting('Agent'), duties: [] });
const locked = { code: 'applications.locked', kind: 'conflict' } as const;
const evidenceOf = async () => (await draft.load()).evidence[0]!.id;

describe('an application', () => {
  refusalTable(
    () => app,
    [
      [
        'of another merchant',
        async () => {
          const stranger = acting('Agent', { merchantId: await makeMerchant(app) });
          return () => draft.load(stranger);
        },
        missingIn('application-files'),
      ],
      [
        'to an account without a merchant',
        () => () => draft.load(newcomer()),
        missingIn('application-files'),
      ],
      [
        'nobody began',
        () => () => app.app.get(ApplicationFiles).load(draft.agent, newId()),
        missingIn('application-files'),
      ],
      [
        'a message of somebody else',
        async () => {
          await draft.submit();
          const [row] = await app.database.rows<{ id: string }>('SELECT id FROM message');
          return () => app.app.get(ReadMessage).run(draft.agent, row!.id);
        },
        missingIn('read-message'),
      ],
      [
        'typing on what is submitted',
        async () => {
          await draft.submit();
          return () => draft.save({ registeredMarks: '3' });
        },
        locked,
      ],
      [
        'typing on a draft after the window',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.save({ registeredMarks: '3' });
        },
        locked,
      ],
      [
        'typing on what was submitted meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          // The submission leaves the texts as they were: only the state tells.
          return () => draft.write('texts', { texts: { G15: '另写一篇' } }, file);
        },
        locked,
      ],
      [
        'typing on what somebody saved meanwhile',
        async () => {
          const file = await draft.load();
          await draft.save({ registeredMarks: '2' });
          return () => draft.save({ registeredMarks: '3' }, file);
        },
        staleIn('save-step'),
      ],
    ],
  );
});

describe('evidence', () => {
  refusalTable(
    () => app,
    [
      ['a file for an indicator the category has not', () => () => draft.attach('Z9'), locked],
      [
        'a file for what is submitted',
        async () => {
          await draft.submit();
          return () => draft.attach('G15');
        },
        locked,
      ],
      [
        'a file for an item that the correction does not list',
        async () => {
          await draft.submit();
          await draft.askCorrection(['G15']);
          return () => draft.attach('G16');
        },
        locked,
      ],
      [
        'a signed statement during a correction',
        async () => {
          await draft.submit();
          await draft.askCorrection(['G15']);
          return () => draft.attach('confirmation');
        },
        locked,
      ],
      [
        'sending without a file',
        () => () => draft.attach('G15', undefined, []),
        { code: 'applications.evidence.noFile', field: 'file' },
      ],
      [
        'the same bytes twice for one indicator',
        async () => {
          await draft.attach('G15');
          return () => draft.attach('G15');
        },
        { code: 'applications.evidence.twice', field: 'statement' },
      ],
      [
        'a file for what was submitted meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => draft.attach('G15', file);
        },
        locked,
      ],
      [
        'taking back a file nobody sent',
        () => () => draft.remove(newId()),
        { code: 'applications.evidence.removedAlready', kind: 'conflict' },
      ],
      [
        'taking back what is submitted',
        async () => {
          await draft.attach('G15');
          await draft.submit();
          return async () => draft.remove(await evidenceOf());
        },
        locked,
      ],
      [
        'taking back what was submitted meanwhile',
        async () => {
          await draft.attach('G15');
          const file = await draft.load();
          await draft.submit();
          return async () => draft.remove(await evidenceOf(), file);
        },
        locked,
      ],
    ],
  );
});
