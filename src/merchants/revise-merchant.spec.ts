import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { merchantFacts } from '../../test/support/register-entries.js';
import { TestApp } from '../../test/support/test-app.js';
import { AccessLog } from '../accounts/access-log.entity.js';
import { Merchant } from './merchant.entity.js';
import { ReadContact } from './read-contact.js';
import { ReviseMerchant } from './revise-merchant.js';

const facts = merchantFacts();
const doubt = ['identifiers.creditCode.otherDivision'];
let app: TestApp;
let merchantId: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app, {
    creditCode: facts.creditCode,
    contactName: '柳新宜',
  });
  await app.database.repo(Merchant).update(merchantId, { creditCodeWarnings: doubt });
});
afterAll(() => app.stop());

const stored = () => app.database.repo(Merchant).findOneByOrFail({ id: merchantId });

describe('the doubts about a credit code', () => {
  fromSavedState(() => app);
  const revise = async (creditCode: string | null) => {
    const { version } = await stored();
    await app.app.get(ReviseMerchant).run(acting('Agent', { merchantId }), {
      facts: { ...facts, creditCode },
      version,
      confirmed: true,
      exemptionStatement: null,
    });
  };

  test('stay while the code stays', async () => {
    await revise(facts.creditCode);
    expect((await stored()).creditCodeWarnings).toEqual(doubt);
  });

  test('end with the code', async () => {
    await revise('91330802MA2TEKT7XB');
    expect((await stored()).creditCodeWarnings).toEqual([]);
  });
});

test('whoever reads a contact stands in the access log', async () => {
  const reader = acting('DivisionReviewer');
  await makeMerchant(app);
  const contact = await app.app.get(ReadContact).run(reader, merchantId, '10.0.0.7');
  expect(contact).toEqual({ name: '柳新宜', mobile: merchantId });
  const looks = await app.database.repo(AccessLog).findBy({ action: 'merchant.contact' });
  expect(looks).toEqual([
    expect.objectContaining({
      accountId: reader.accountId,
      objectType: 'merchant',
      objectId: merchantId,
      result: 'read',
      address: '10.0.0.7',
    }),
  ]);
});
