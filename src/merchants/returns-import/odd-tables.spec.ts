import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { office } from '../../../test/support/people.js';
import {
  first,
  returnMerchants,
  returnRow,
  returnsFile,
} from '../../../test/support/returns-file.js';
import { shopFacts } from '../../../test/support/register-entries.js';
import { TestApp } from '../../../test/support/test-app.js';
import { translate } from '../../text/catalogue.js';
import { newId } from '../../database/new-id.js';
import { Merchant } from '../merchant.entity.js';
import { Shop } from '../shop.entity.js';
import { ImportReturns } from './import-returns.js';
import { PlanReturnsImport } from './plan-returns-import.js';

let app: TestApp;
let one: string;
let accountId: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  ({ accountId } = await office(app, 'CityRegistrar'));
  ({ one } = await returnMerchants(app));
});
afterAll(() => app.stop());

const plan = (content: Buffer) => app.app.get(PlanReturnsImport).run(content);

describe('a table of returns that is not as it was made', () => {
  fromSavedState(() => app);

  test('has one year in every row, and says in which row it has not', async () => {
    const refused = (...years: readonly string[]) =>
      plan(returnsFile(years.map((year) => first({ year })))).then(
        () => null,
        ({ code, variables }: { code: string; variables: Record<string, unknown> }) =>
          translate('zh-CN', code, variables as never).slice(0, 20),
      );
    expect(await refused('2025', '2024')).toBe('第3行的“年度”为“2024”。每行须填');
    expect(await refused('2025', '2025', '')).toBe('第4行的“年度”为“”。每行须填同一个年');
    expect(await refused('20251')).toBe('第2行的“年度”为“20251”。每行须');
    expect(await refused('2025年度')).toBeNull();
    expect(await refused('２０２５', '2025.0')).toBeNull();
  });

  test('asks for no figures of a shop that was opened after the year', async () => {
    const errors = async (openedOn: string) => {
      const shop = {
        ...shopFacts({ url: `https://shop9.taobao.com/${openedOn}`, openedOn }),
        id: newId(),
      };
      await app.database.repo(Shop).insert({ ...shop, merchantId: one, version: 1 });
      return (await plan(returnsFile([first()]))).errors.length;
    };
    expect(await errors('2026-01-15')).toBe(0);
    expect(await errors('2025-12-31')).toBeGreaterThan(0);
  });

  test('takes a code that ends in zeros by itself, and no other', async () => {
    const creditCode = '913308001234567000';
    const codesOf = async (name: string) =>
      (await plan(returnsFile([returnRow(name, creditCode)]))).errors.map(({ code }) => code);
    const lost = ['forms.table.digitsLost'];
    expect(await codesOf('橘海电商')).toEqual(lost);
    await app.database.repo(Merchant).update({ id: one }, { creditCode });
    expect(await codesOf('橘海电商')).toEqual([]);
    expect(await codesOf('竹海电商')).toEqual(lost);
  });

  test('is asked about anew when what it would write is no longer what was shown', async () => {
    const content = returnsFile([first()]);
    const { digest } = await plan(content);
    expect((await plan(content)).digest).toBe(digest);
    // The one shop that the figures would stand for is another one now.
    await app.database.execute('UPDATE shop SET id = ? WHERE merchant_id = ?', [newId(), one]);
    expect((await plan(content)).digest).not.toBe(digest);
    await expect(
      app.app
        .get(ImportReturns)
        .run({ accountId, role: 'CityRegistrar' }, { content, digest, confirmed: true }),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });
});
