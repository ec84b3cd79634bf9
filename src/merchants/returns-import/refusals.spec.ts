import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { type Person, merchantPerson, office } from '../../../test/support/people.js';
import {
  bothShops,
  first,
  returnMerchants,
  returnsFile,
  second,
} from '../../../test/support/returns-file.js';
import { storeReturn } from '../../../test/support/returns.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ImportReturns } from './import-returns.js';
import { PlanReturnsImport } from './plan-returns-import.js';

const page = '/office/registry/returns/import';

let app: TestApp;
let registrar: Person;
let one: string;
let two: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
  ({ one, two } = await returnMerchants(app));
  await merchantPerson(app, one);
});
afterAll(() => app.stop());

const plan = (content: Buffer) => app.app.get(PlanReturnsImport).run(content);
const enter = (content: Buffer, confirmed = false, digest: string | null = null) =>
  app.app
    .get(ImportReturns)
    .run({ accountId: registrar.accountId, role: 'CityRegistrar' }, { content, digest, confirmed });
/** Between the reading of the file and the first row, which is when the import tells how far it is. */
const enterMeanwhile = (sql: string, values: readonly string[]) => {
  const order = { content: returnsFile([first()]), digest: null, confirmed: true };
  let done = false;
  return app.app
    .get(ImportReturns)
    .run({ accountId: registrar.accountId, role: 'CityRegistrar' }, order, async () => {
      if (!done) await app.database.execute(sql, [...values]);
      done = true;
    });
};
const upload = async (content: Buffer) => {
  const { visitor } = registrar;
  await visitor.get(page);
  await visitor.submit(page, {}, [{ field: 'file', name: 'returns.xlsx', content }]);
  return visitor;
};

describe('an import of returns', () => {
  const changed = { code: 'merchants.import.changed', kind: 'conflict' } as const;
  refusalTable(
    () => app,
    [
      [
        'a file without the columns that must be there',
        () => () => enter(returnsFile([first()], ['orders', 'staff'])),
        { code: 'forms.table.missingColumns', field: 'file' },
      ],
      [
        'figures of two years',
        () => () => enter(returnsFile([first(), second({ year: 2024 })])),
        { code: 'merchants.returnsImport.year', field: 'file' },
      ],
      [
        'figures of a year that is closed',
        () => () => enter(returnsFile([first({ year: 2020 })])),
        { code: 'merchants.returnsImport.year', field: 'file' },
      ],
      [
        'one wrong row among right ones',
        () => () => enter(returnsFile([first(), second({ staff: 1 }), ...bothShops])),
        { code: 'merchants.import.hasErrors', field: 'file' },
      ],
      [
        'a doubt that nobody has confirmed',
        () => () => enter(returnsFile([first({ orders: 1 })])),
        { code: 'merchants.import.unconfirmed', field: 'confirmed' },
      ],
      [
        'consequences that are no longer those that were shown',
        async () => {
          const content = returnsFile([first()]);
          const { digest } = await plan(content);
          await storeReturn(app, one);
          return () => enter(content, true, digest);
        },
        changed,
      ],
      [
        'a merchant that is merged while the file is read',
        () => () =>
          enterMeanwhile('UPDATE merchant SET merged_into_id = ? WHERE id = ?', [two, one]),
        changed,
      ],
      [
        'a return that the merchant changes while the file is read',
        async () => {
          await storeReturn(app, one, { filedBy: null });
          const values = [one];
          return () =>
            enterMeanwhile(
              'UPDATE annual_return SET version = version + 1 WHERE merchant_id = ?',
              values,
            );
        },
        changed,
      ],
      [
        'the confirmation of a file that was never shown',
        async () => {
          const visitor = await upload(returnsFile([first()]));
          return () => visitor.submit(`${page}/confirmation`, { hash: '0'.repeat(64) });
        },
        { code: 'merchants.import.chooseAgain', field: 'file' },
      ],
    ],
  );
});

describe('an import of returns', () => {
  recordTable(
    () => app,
    [
      [
        'its file in one entry, and tells whoever acts for the merchant',
        () => () => enter(returnsFile([first(), second(), ...bothShops])),
        {
          events: [
            {
              event: 'annualReturn.import',
              actorRole: 'CityRegistrar',
              subjectType: 'import',
              details: expect.objectContaining({
                year: 2025,
                new: 2,
                changed: 0,
                rows: 2,
              }),
            },
          ],
          messages: [{ message: 'returnEntered', to: 'Agent' }],
          said: [{ year: '2025' }],
        },
      ],
      [
        'nothing where it changes nothing',
        async () => {
          await enter(returnsFile([first()]));
          return () => enter(returnsFile([first()]));
        },
        { events: [], messages: [] },
      ],
    ],
  );
});
