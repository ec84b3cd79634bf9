import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { office, type Person } from '../../test/support/people.js';
import { registerFile, registerLine } from '../../test/support/register-file.js';
import { TestApp } from '../../test/support/test-app.js';
import { workbook } from '../../test/support/workbook.js';
import { ImportMerchants } from './import-merchants.js';
import { PlanImport } from './plan-import.js';

let app: TestApp;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

const enter = (content: Buffer, digest: string | null = null) =>
  app.app.get(ImportMerchants).run(
    { accountId: registrar.accountId, role: 'CityRegistrar' },
    {
      content,
      digest,
      confirmed: false,
    },
  );
const planned = async (content: Buffer) => (await app.app.get(PlanImport).run(content)).digest;
const post = async (upload: Buffer | null) => {
  const { visitor } = registrar;
  await visitor.get('/office/registry/import');
  const files = upload ? [{ field: 'file', name: 'a.csv', content: upload }] : [];
  return visitor.submit('/office/registry/import', {}, files);
};

describe('an import', () => {
  refusalTable(
    () => app,
    [
      [
        'text that is no table',
        () => () => enter(Buffer.from('名称,"信用代码\n1,2')),
        { code: 'forms.table.broken', field: 'file' },
      ],
      [
        'a file without the columns that must be there',
        () => () => enter(Buffer.from(`${registerFile().toString().split(',')[0]}\n1`)),
        { code: 'forms.table.missingColumns', field: 'file' },
      ],
      [
        'a column nobody knows',
        () => () => enter(Buffer.from(`${registerFile().toString()},星座\n`)),
        { code: 'forms.table.unknownColumn', field: 'file', variables: { column: '星座' } },
      ],
      [
        'a workbook of the old kind',
        () => () => enter(Buffer.from('d0cf11e0a1b11ae100', 'hex')),
        { code: 'forms.table.oldWorkbook', field: 'file' },
      ],
      [
        'a page of the web under the name of a table',
        () => () => enter(Buffer.from('<html><table></table></html>')),
        { code: 'forms.table.markup', field: 'file' },
      ],
      [
        'a picture under the name of a table',
        () => () => enter(Buffer.from('89504e470d0a1a0a', 'hex')),
        { code: 'forms.table.otherKind', field: 'file' },
      ],
      [
        'a file without content',
        () => () => enter(Buffer.from('')),
        { code: 'forms.table.noRows', field: 'file' },
      ],
      [
        'text in an unknown encoding',
        () => () => enter(Buffer.from([0x61, 0x2c, 0xff, 0xff])),
        { code: 'forms.table.encoding', field: 'file' },
      ],
      [
        'a workbook with a cell far to the right',
        () => () => enter(workbook([[...Array<string>(60).fill(''), 'x']])),
        { code: 'forms.table.wide', field: 'file' },
      ],
      [
        'a column that stands there twice',
        () => () => enter(Buffer.from(`${registerFile().toString()},名称\n`)),
        { code: 'forms.table.repeatedColumn', field: 'file', variables: { column: '名称' } },
      ],
      [
        'content in a column without a name',
        () => () => enter(Buffer.from(`${registerFile().toString()},\n${registerLine(1)},备注`)),
        {
          code: 'forms.table.namelessColumn',
          field: 'file',
          variables: { column: 28, row: 2 },
        },
      ],
      [
        'more bytes than a file may have',
        () => () => enter(Buffer.alloc(10 * 1_048_576 + 1)),
        { code: 'forms.table.large', field: 'file' },
      ],
      [
        'a doubt that nobody has confirmed',
        () => () => enter(registerFile(registerLine(1, { farmGoodsSharePct: '0.86' }))),
        { code: 'merchants.import.unconfirmed', field: 'confirmed', variables: { count: 1 } },
      ],
      [
        'a header without a row',
        () => () => enter(registerFile()),
        { code: 'forms.table.noRows', field: 'file' },
      ],
      [
        'one row more than five thousand',
        () => () => enter(registerFile(...Array<string>(5001).fill(registerLine(1)))),
        { code: 'forms.table.tooManyRows', field: 'file', variables: { most: 5000 } },
      ],
      [
        'one wrong row among right ones',
        () => () => enter(registerFile(registerLine(1), registerLine(2, { insured: '9' }))),
        { code: 'merchants.import.hasErrors', field: 'file', variables: { count: 1 } },
      ],
      [
        'consequences that are no longer those that were shown',
        async () => {
          const content = registerFile(registerLine(1));
          const digest = await planned(content);
          await makeMerchant(app, { creditCode: syntheticCreditCode('91', '330802', 1) });
          return () => enter(content, digest);
        },
        { code: 'merchants.import.changed', kind: 'conflict' },
      ],
      [
        'a form without a file',
        () => () => post(null),
        { code: 'merchants.import.chooseFile', field: 'file' },
      ],
      [
        'a file with an unknown column, on the page',
        () => () => post(Buffer.from('星座\n白羊\n')),
        { code: 'forms.table.unknownColumn', field: 'file', variables: { column: '星座' } },
      ],
      [
        'the confirmation of a file that was never shown',
        async () => {
          const content = registerFile(registerLine(1));
          await post(content);
          const { visitor } = registrar;
          return () =>
            visitor.submit('/office/registry/import/confirmation', { hash: 'a'.repeat(64) });
        },
        { code: 'merchants.import.chooseAgain', field: 'file' },
      ],
    ],
  );
});

test('a cell that says nothing is named with its row', async () => {
  const content = registerFile(
    registerLine(1, { headNamePublic: '待定' }),
    registerLine(2, { contactMobile: '1.98E+10' }),
  );
  expect((await app.app.get(PlanImport).run(content)).errors).toMatchObject([
    { line: 2, field: 'headNamePublic', code: 'forms.table.noFlag' },
    { line: 3, field: 'contactMobile', code: 'forms.table.digitsLost' },
  ]);
});
