import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, merchantPerson, office } from '../../../test/support/people.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { CloseWindow } from './close-window.js';
import { OpenWindow } from './open-window.js';

let app: TestApp;
let clerk: Person;
let merchantId: string;
beforeAll(async () => {
  app = await TestApp.start();
  clerk = await office(app, 'CityRegistrar');
  merchantId = await makeMerchant(app);
  await merchantPerson(app, merchantId, 'LegalRepresentative');
});
afterAll(() => app.stop());

const by = () => acting('CityRegistrar', { accountId: clerk.accountId });
const open = (id: string | null) =>
  app.app.get(OpenWindow).run(by(), {
    merchantId: id,
    person: '江小桔',
    telephone: '13905700099',
    capacity: 'agent',
    sheet: uploadedFile('sheet', '申报表.pdf', smallPdf),
  });
const actorRole = 'CityRegistrar';
const window = expect.stringMatching(/^CK\d{14}$/);
const opened = (registered: boolean) => [
  {
    event: 'document.store',
    actorRole,
    subjectType: 'document',
    details: { ownerType: 'merchant', ownerId: '<id>', hash: '<hash>', size: smallPdf.length },
  },
  {
    event: 'window.open',
    actorRole,
    subjectType: 'merchant',
    details: { window, capacity: 'agent', registered },
  },
];

describe('the window', () => {
  recordTable(
    () => app,
    [
      [
        'who came for a merchant of the register, which is told at once',
        () => () => open(merchantId),
        {
          events: opened(true),
          messages: [{ message: 'windowOpened', to: 'LegalRepresentative' }],
        },
      ],
      [
        'who came for a merchant that nobody can tell yet',
        () => () => open(null),
        { events: opened(false), messages: [] },
      ],
      [
        'that the person has left',
        async () => {
          const { entryId } = await open(merchantId);
          return () => app.app.get(CloseWindow).run(by(), entryId);
        },
        {
          events: [
            { event: 'window.close', actorRole, subjectType: 'merchant', details: { window } },
          ],
          messages: [],
        },
      ],
    ],
  );
});
