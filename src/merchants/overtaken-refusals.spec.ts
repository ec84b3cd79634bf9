import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { person } from '../../test/support/people.js';
import { merchantFacts } from '../../test/support/register-entries.js';
import { registerFile, registerLine } from '../../test/support/register-file.js';
import { TestApp } from '../../test/support/test-app.js';
import { ImportMerchants } from './import-merchants.js';
import { MerchantRecord } from './merchant-record.js';
import { PlanImport } from './plan-import.js';
import { RegisterMerchant } from './register-merchant.js';
import { ReviseMerchant } from './revise-merchant.js';

let app: TestApp;
let merchantId: string;
let accountId: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app);
  ({ accountId } = await person(app, 'merchant', []));
});
afterAll(() => app.stop());

const facts = merchantFacts();
const creditCode = facts.creditCode!;
const given = { facts, confirmed: true, exemptionStatement: null } as const;

/** Somebody else is registered between the look at the register and the entry. */
const codeTaken = () => {
  const record = app.app.get(MerchantRecord);
  const check = record.check.bind(record);
  jest.spyOn(record, 'check').mockImplementationOnce(async (...asked) => {
    const found = await check(...asked);
    await makeMerchant(app, { creditCode });
    return found;
  });
};
/** What another window saves between the plan of an import and its entry. */
const meanwhile = (change: () => Promise<unknown>) => {
  const planning = app.app.get(PlanImport);
  const run = planning.run.bind(planning);
  jest.spyOn(planning, 'run').mockImplementationOnce(async (content) => {
    const plan = await run(content);
    await change();
    return plan;
  });
};
const enter = (content: Buffer) =>
  app.app
    .get(ImportMerchants)
    .run({ accountId, role: 'CityRegistrar' }, { content, digest: null, confirmed: true });
const taken = { code: 'merchants.creditCode.taken', field: 'creditCode' } as const;
const changed = { code: 'merchants.import.changed', kind: 'conflict' } as const;

/** Races, with the other window in the one place where it does harm; `test/races` runs them in earnest. */
describe('whoever comes second', () => {
  refusalTable(
    () => app,
    [
      [
        'with the credit code of a new merchant',
        () => {
          codeTaken();
          const newcomer = { ...acting('Agent', { accountId }), duties: [] };
          return () => app.app.get(RegisterMerchant).run(newcomer, { ...given, role: 'Agent' });
        },
        { ...taken, from: 'register-merchant' },
      ],
      [
        'with the credit code of a corrected record',
        () => {
          codeTaken();
          const agent = acting('Agent', { merchantId });
          return () => app.app.get(ReviseMerchant).run(agent, { ...given, version: 1 });
        },
        { ...taken, from: 'revise-merchant' },
      ],
      [
        'with a credit code of a file',
        () => {
          const content = registerFile(registerLine(1, { creditCode }));
          meanwhile(() => makeMerchant(app, { creditCode }));
          return () => enter(content);
        },
        { ...changed, from: 'import-merchants' },
      ],
      [
        'with a person of a file who has no credit code',
        () => {
          const exempt = { merchantType: '依法免登记自然人', exemptionGround: '零星小额交易' };
          const content = registerFile(registerLine(1, { ...exempt, creditCode: '' }));
          meanwhile(() => enter(content));
          return () => enter(content);
        },
        { ...changed, from: 'import-merchants' },
      ],
      [
        'with a change by file to a merchant whom somebody has saved',
        async () => {
          const id = await makeMerchant(app, { creditCode });
          const saved = 'UPDATE merchant SET version = version + 1 WHERE id = ?';
          meanwhile(() => app.database.execute(saved, [id]));
          return () => enter(registerFile(registerLine(1, { creditCode })));
        },
        { ...changed, from: 'import-merchants' },
      ],
    ],
  );
});
