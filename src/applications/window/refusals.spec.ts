import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, office } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { newId } from '../../database/new-id.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { CloseWindow } from './close-window.js';
import { OpenWindow, type WindowVisit } from './open-window.js';
import { WindowQueries } from './window.queries.js';

let app: TestApp;
let clerk: Person;
let merchantId: string;
beforeAll(async () => {
  app = await TestApp.start();
  clerk = await office(app, 'CityRegistrar');
  merchantId = await makeMerchant(app);
});
afterAll(() => app.stop());

const by = () => acting('CityRegistrar', { accountId: clerk.accountId });
const visit = (over: Partial<WindowVisit> = {}): WindowVisit => ({
  merchantId,
  person: '江小桔',
  telephone: '13905700099',
  capacity: 'head',
  sheet: uploadedFile('sheet', '申报表.pdf', smallPdf),
  ...over,
});
const open = (over: Partial<WindowVisit> = {}, actor = by()) =>
  app.app.get(OpenWindow).run(actor, visit(over));
const close = (id: string, actor = by()) => app.app.get(CloseWindow).run(actor, id);

describe('somebody who came with paper', () => {
  refusalTable(
    () => app,
    [
      [
        'without the signed paper',
        () => () => open({ sheet: null }),
        { code: 'applications.window.sheetMissing', field: 'sheet' },
      ],
      [
        'while another is being served',
        async () => {
          await open();
          return () => open({ merchantId: null });
        },
        { code: 'applications.window.openAlready' },
      ],
      [
        'for a merchant nobody knows',
        () => () => open({ merchantId: newId() }),
        missingIn('open-window'),
      ],
      [
        'for a merchant that was merged into another',
        async () => {
          const mergedIntoId = await makeMerchant(app);
          await app.database.repo(Merchant).update(merchantId, { mergedIntoId });
          return () => open();
        },
        missingIn('open-window'),
      ],
      [
        'to somebody who is no registrar',
        () => () => open({}, acting('Screener', { accountId: clerk.accountId })),
        missingIn('acting-role'),
      ],
    ],
  );
});

describe('an entry', () => {
  refusalTable(
    () => app,
    [
      [
        'that nobody made',
        () => () => app.app.get(WindowQueries).byId(newId()),
        missingIn('window.queries'),
      ],
    ],
  );
});

describe('the end of an entry', () => {
  refusalTable(
    () => app,
    [
      [
        'of somebody else',
        async () => {
          const { entryId } = await open();
          return () => close(entryId, acting('CityRegistrar'));
        },
        missingIn('close-window'),
      ],
      [
        'a second time',
        async () => {
          const { entryId } = await open();
          await close(entryId);
          return () => close(entryId);
        },
        { code: 'applications.window.closedAlready', kind: 'conflict' },
      ],
    ],
  );
});
