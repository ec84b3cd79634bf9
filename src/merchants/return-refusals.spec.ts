import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { paper, returnFacts, shopFacts } from '../../test/support/register-entries.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Actor } from '../web/actor.js';
import { FileReturn } from './file-return.js';
import { SaveShop } from './save-shop.js';

let app: TestApp;
let agent: Actor;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  agent = acting('Agent', { merchantId: await makeMerchant(app) });
});
afterAll(() => app.stop());

const shop = async () => {
  const given = { facts: shopFacts(), licenceShot: paper('licenceShot'), authorisation: null };
  const { shopId } = await app.app.get(SaveShop).run(agent, { shopId: null, version: 0, ...given });
  return shopId;
};
const sell = (shopId: string, year: number, grossWan: number, orders: number) => {
  const shops = [{ shopId, grossWan, refundWan: 0, orders }];
  const facts = returnFacts({ shops, grossWan, orders });
  return app.app.get(FileReturn).run(agent, { year, version: 0, facts, confirmed: [] });
};

describe('an annual return that is in doubt', () => {
  refusalTable(
    () => app,
    [
      [
        'amounts in yuan where 10,000 yuan are meant',
        async () => {
          const shopId = await shop();
          return () => sell(shopId, 2025, 3_250_000_00, 48_000);
        },
        {
          code: 'merchants.return.doubt.order',
          field: 'grossWan',
          variables: { net: 3_250_000, orders: 48_000, yuan: 677_083.33 },
        },
      ],
      [
        'sales out of all proportion to the year before',
        async () => {
          const shopId = await shop();
          await sell(shopId, 2024, 34_40, 2441);
          return () => sell(shopId, 2025, 3_440_00, 480_000);
        },
        {
          code: 'merchants.return.doubt.growth',
          field: 'grossWan',
          variables: { net: 3_440, netBefore: 34.4, ratio: 100, year: '2025', before: '2024' },
        },
      ],
    ],
  );
});
