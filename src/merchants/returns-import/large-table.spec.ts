import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticCreditCode } from '../../../seeds/reference/synthetic-credit-code.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { growth } from '../../../test/support/growth.js';
import { statementsOf } from '../../../test/support/statements.js';
import { returnRow, returnsFile } from '../../../test/support/returns-file.js';
import { shopFacts } from '../../../test/support/register-entries.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Shop } from '../shop.entity.js';
import { ImportReturns } from './import-returns.js';
import { PlanReturnsImport } from './plan-returns-import.js';

const rows = 5000;

let app: TestApp;
let content: Buffer;
let tenth: Buffer;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  const lines = await app.database.transaction(async () => {
    const shops: object[] = [];
    const made: ReturnType<typeof returnRow>[] = [];
    for (let at = 0; at < rows; at += 1) {
      const facts = { name: `城西${at}号店`, creditCode: syntheticCreditCode('91', '330802', at) };
      const merchantId = await makeMerchant(app, facts);
      const url = `https://shop${at}.taobao.com/`;
      shops.push({ ...shopFacts({ url, openedOn: '2020-03-01' }), id: newId(), merchantId });
      made.push(returnRow(facts.name, facts.creditCode));
    }
    for (let from = 0; from < rows; from += 200) {
      const some = shops.slice(from, from + 200).map((shop) => ({ ...shop, version: 1 }));
      await app.database.repo(Shop).insert(some);
    }
    return made;
  });
  content = returnsFile(lines);
  tenth = returnsFile(lines.slice(0, rows / 10));
}, 120_000);
afterAll(() => app.stop());

test('5,000 returns are previewed in ten times what 500 take, and entered in a hundred statements', async () => {
  const planned = (table: Buffer) => app.app.get(PlanReturnsImport).run(table);
  const plan = await planned(content);
  expect(plan.counts).toEqual({ new: rows, changed: 0, unchanged: 0 });
  expect(
    await growth(
      () => planned(tenth),
      () => planned(content),
    ),
  ).toBeLessThan(25);
  const { statements } = await statementsOf(app, () =>
    app.app
      .get(ImportReturns)
      .run(
        { accountId: null, role: 'CityRegistrar' },
        { content, digest: plan.digest, confirmed: true },
      ),
  );
  expect(await app.database.number('SELECT COUNT(*) FROM annual_return')).toBe(rows);
  expect(statements).toBeLessThan(100);
}, 120_000);
