import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { merchantPerson } from '../../../test/support/people.js';
import { storeReturn } from '../../../test/support/returns.js';
import { TestApp } from '../../../test/support/test-app.js';
import { CheckReturnWithMerchant } from './check-return-with-merchant.js';

let app: TestApp;
let returnId: string;
beforeAll(async () => {
  app = await TestApp.start();
  const merchantId = await makeMerchant(app);
  await merchantPerson(app, merchantId);
  returnId = await storeReturn(app, merchantId, { doubted: 1 });
});
afterAll(() => app.stop());

const check = (decision: 'confirm' | 'sendBack', note: string) => () => () =>
  app.app
    .get(CheckReturnWithMerchant)
    .run(acting('CityRegistrar'), { returnId, version: 1, decision, note });
const entry = (note: string) => ({
  actorRole: 'CityRegistrar',
  subjectType: 'merchant',
  details: { year: 2025, version: 2, note },
});

describe('a return in doubt', () => {
  recordTable(
    () => app,
    [
      [
        'as confirmed',
        check('confirm', '已看合同'),
        {
          events: [{ event: 'annualReturn.confirm', ...entry('已看合同') }],
          messages: [{ message: 'returnConfirmed', to: 'Agent' }],
        },
      ],
      [
        'as sent back, with the reason for the merchant',
        check('sendBack', '单位填错'),
        {
          events: [{ event: 'annualReturn.sendBack', ...entry('单位填错') }],
          messages: [{ message: 'returnSentBack', to: 'Agent' }],
          said: [{ year: '2025', reason: '单位填错' }],
        },
      ],
    ],
  );
});
