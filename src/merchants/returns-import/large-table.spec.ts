import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticCreditCode } from '../../../seeds/reference/synthetic-credit-code.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { cpuSeconds } from '../../../test/support/cpu-seconds.js';
import { returnRow, returnsFile } from '../../../test/support/returns-file.js';
import { shopFacts } from '../../../test/support/register-entries.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { Shop } from '../shop.entity.js';
import { ImportReturns } from './import-returns.js';
import { PlanReturnsImport } from './plan-returns-import.js';

const rows = 5000;

let app: TestApp;
let content: Buffer;
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
}, 120_000);
afterAll(() => app.stop());

test('5,000 returns are previewed in two seconds of the processor and entered in four', async () => {
  const preview = () => cpuSeconds(() => app.app.get(PlanReturnsImport).run(content));
  // Of two, for the first is also that of a program that has not yet done it once.
  const [plan, again] = [await preview(), await preview()];
  expect(plan.result.counts).toEqual({ new: rows, changed: 0, unchanged: 0 });
  const enter = () =>
    cpuSeconds(() =>
      app.app
        .get(ImportReturns)
        .run(
          { accountId: null, role: 'CityRegistrar' },
          { content, digest: plan.result.digest, confirmed: true },
        ),
    );
  const entered = await enter();
  expect(await app.database.number('SELECT COUNT(*) FROM annual_return')).toBe(rows);
  await app.database.transaction(() => app.database.repo(AnnualReturn).clear());
  const enteredAgain = await enter();
  expect(Math.min(plan.seconds, again.seconds)).toBeLessThan(2);
  expect(Math.min(entered.seconds, enteredAgain.seconds)).toBeLessThan(4);
}, 120_000);
