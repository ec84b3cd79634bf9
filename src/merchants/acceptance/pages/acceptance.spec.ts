import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { type Person, office, person } from '../../../../test/support/people.js';
import { merchantFacts } from '../../../../test/support/register-entries.js';
import { registerFile, registerLine } from '../../../../test/support/register-file.js';
import { storeReturn } from '../../../../test/support/returns.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Account } from '../../../accounts/account.entity.js';
import { CensusQueries } from '../../../census/census.queries.js';
import { ImportMerchants } from '../../import-merchants.js';
import { Merchant } from '../../merchant.entity.js';
import { RegisterMerchant } from '../../register-merchant.js';
import { RegistryQueries } from '../../registry.queries.js';

let app: TestApp;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

/** What each page says of how many merchants and returns there are. */
async function counted() {
  const census = app.app.get(CensusQueries);
  const sums = await census.sums(2025);
  const rows = [...sums.divisions.values()];
  const division = [...(await census.division('330802', 2025)).values()];
  const complete = await app.app.get(RegistryQueries).completeness(2025);
  const sum = (all: readonly { merchants: number }[]) =>
    all.reduce((total, one) => total + one.merchants, 0);
  return {
    census: sum(rows),
    censusReturns: (await census.years())[0]?.returns ?? 0,
    rollUp: sum(division),
    completeness: sum(complete),
  };
}

const all = (merchants: number, returns: number) => ({
  census: merchants,
  censusReturns: returns,
  rollUp: merchants,
  completeness: merchants,
});

async function registers(over: { confirmed?: true } = {}) {
  const { accountId } = await person(app, 'merchant', []);
  if (over.confirmed) {
    await app.database.repo(Account).update(accountId, { mobileConfirmedAt: app.clock.now() });
  }
  const newcomer = { ...acting('Agent', { accountId }), duties: [] };
  const given = {
    facts: merchantFacts(),
    role: 'Agent',
    confirmed: true,
    exemptionStatement: null,
  } as const;
  const { merchantId } = await app.app.get(RegisterMerchant).run(newcomer, given);
  return merchantId;
}
describe('a merchant that registered itself', () => {
  let id: string;

  test('is in no figure, with its return, until the office accepts it', async () => {
    id = await registers();
    await storeReturn(app, id);
    expect(await counted()).toEqual(all(0, 0));
    const { visitor } = registrar;
    await visitor.get('/office');
    expect(visitor.status).toBe(200);
    await visitor.get(`/office/registry/${id}`);
    expect(visitor.text).toContain('待接受');
    await visitor.get('/office/registry?acceptance=waiting');
    expect(visitor.text).toContain('衢州橘海电子商务有限公司');
  });

  test('is accepted with all that are shown, and the answer lists them', async () => {
    const other = await makeMerchant(app, { acceptedAt: null, name: '另一家网商' });
    const { visitor } = registrar;
    await visitor.get('/office/registry/new');
    await visitor.submit('/office/registry/new', {});
    expect(visitor.path).toMatch(/^\/office\/registry\/new\?accepted=/);
    expect(visitor.text).toContain('已接受2户');
    expect(visitor.text).toContain('另一家网商');
    expect(visitor.text).toContain('没有等候的登记');
    const row = await app.database.repo(Merchant).findOneByOrFail({ id });
    expect(row).toMatchObject({ version: 1, acceptedBy: registrar.accountId });
    expect(await counted()).toEqual(all(2, 1));
    await app.database.repo(Merchant).delete({ id: other });
  });

  test('counts at once when its mobile was confirmed before, or came in a file of the office', async () => {
    const before = (await counted()).census;
    await app.database.repo(Merchant).update(id, { creditCode: null });
    const mine = await registers({ confirmed: true });
    expect((await counted()).census).toBe(before + 1);
    const stored = await app.database.repo(Merchant).findOneByOrFail({ id: mine });
    expect([stored.acceptedAt, stored.acceptedBy]).toEqual([stored.registeredAt, null]);
    await app.app
      .get(ImportMerchants)
      .run(
        { accountId: null, role: 'System' },
        { content: registerFile(registerLine(1)), digest: null, confirmed: true },
      );
    expect((await counted()).census).toBe(before + 2);
  });
});
