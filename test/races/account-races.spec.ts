import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { AccountQueries } from '../../src/accounts/account.queries.js';
import { Account } from '../../src/accounts/account.entity.js';
import { AppointPerson } from '../../src/accounts/appoint-person.js';
import { ChangePassword } from '../../src/accounts/change-password.js';
import { CreateOfficeAccount } from '../../src/accounts/create-office-account.js';
import { DisableAccount } from '../../src/accounts/disable-account.js';
import { Duty } from '../../src/accounts/duty.entity.js';
import { EndDuty } from '../../src/accounts/end-duty.js';
import { passwordMatches } from '../../src/accounts/passwords.js';
import { ResetPassword } from '../../src/accounts/reset-password.js';
import { AdmitAgent } from '../../src/merchants/admit-agent.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { RegisterMerchant } from '../../src/merchants/register-merchant.js';
import { acting } from '../support/acting.js';
import { makeMerchant } from '../support/merchant.js';
import { office, password, person } from '../support/people.js';
import { merchantFacts } from '../support/register-entries.js';
import { TestApp } from '../support/test-app.js';
import { race, raceChange, warmUp } from './race.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  await warmUp(app.database);
});
afterAll(() => app.stop());

const admin = acting('SystemAdmin');
const registrar = acting('CityRegistrar');
const dutiesOf = async (accountId: string) =>
  (await app.database.repo(Duty).findBy({ accountId }))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ role }) => role);
const register = async (accountId: string, creditCode: string) => {
  const actor = (await app.app.get(AccountQueries).actor(accountId))!;
  const given = { role: 'Agent', confirmed: true, exemptionStatement: null } as const;
  const facts = merchantFacts({ creditCode });
  return () => app.app.get(RegisterMerchant).run(actor, { ...given, facts });
};

test('the first administrator is made once', async () => {
  const first = (mobile: string) =>
    app.app.get(CreateOfficeAccount).first({ mobile, personName: '岳小满' });
  const told = await race(
    () => first('13700000001'),
    () => first('13700000002'),
  );
  expect(told.code).toBe('accounts.first.exists');
  expect(await app.database.repo(Duty).countBy({ role: 'SystemAdmin' })).toBe(1);
});

test('two registrations of one credit code: one is made, the other hears that it is taken', async () => {
  const [one, other] = [await person(app, 'merchant', []), await person(app, 'merchant', [])];
  const code = syntheticCreditCode('91', '330802', 1);
  const told = await race(
    await register(one.accountId, code),
    await register(other.accountId, code),
  );
  expect(told).toMatchObject({ code: 'merchants.creditCode.taken', field: 'creditCode' });
  expect(await app.database.repo(Merchant).countBy({ creditCode: code })).toBe(1);
});

test('one account in two windows enters one merchant', async () => {
  const { accountId } = await person(app, 'merchant', []);
  const told = await race(
    await register(accountId, syntheticCreditCode('91', '330802', 2)),
    await register(accountId, syntheticCreditCode('91', '330802', 3)),
  );
  expect(told.code).toBe('merchants.alreadyActing');
  expect(await dutiesOf(accountId)).toEqual(['Agent']);
});

test('one person admitted at two windows acts for one merchant', async () => {
  const { accountId, mobile } = await person(app, 'merchant', []);
  const [one, other] = [await makeMerchant(app), await makeMerchant(app)];
  const admit = app.app.get(AdmitAgent);
  const told = await race(
    () => admit.run(registrar, one, { mobile, role: 'Agent' }),
    () => admit.run(registrar, other, { mobile, role: 'Agent' }),
  );
  expect(told).toMatchObject({ code: 'merchants.admit.acting', field: 'mobile' });
  expect(await dutiesOf(accountId)).toEqual(['Agent']);
});

test('two duties that must not meet are not granted at once', async () => {
  const { accountId } = await office(app, 'Screener');
  const appoint = app.app.get(AppointPerson);
  const given = { accountId, divisionCode: null };
  const told = await race(
    () => appoint.run(admin, { ...given, role: 'Tabulator' }),
    () => appoint.run(admin, { ...given, role: 'Publisher' }),
  );
  expect(told).toMatchObject({ code: 'forbiddenPair.tabulatorPublisher', field: 'role' });
  expect(await dutiesOf(accountId)).toHaveLength(2);
});

test('one duty is ended once', async () => {
  const { accountId } = await office(app, 'Screener');
  const { id: dutyId } = await app.database.repo(Duty).findOneByOrFail({ accountId });
  const end = app.app.get(EndDuty);
  const told = await race(
    () => end.run(admin, { accountId, dutyId }),
    () => end.run(admin, { accountId, dutyId }),
  );
  expect(told).toMatchObject({ code: 'accounts.duty.endedAlready', kind: 'conflict' });
});

test('of two administrators who end each other, one stays', async () => {
  // Others of this file would count as administrators who stay.
  await app.database.repo(Duty).update({ role: 'SystemAdmin' }, { endedAt: app.clock.now() });
  const people = [await office(app, 'SystemAdmin'), await office(app, 'SystemAdmin')] as const;
  const [one, other] = people.map(({ accountId }) => acting('SystemAdmin', { accountId }));
  const ends = await Promise.all(
    people.map(async ({ accountId }) => {
      const { id: dutyId } = await app.database.repo(Duty).findOneByOrFail({ accountId });
      return { accountId, dutyId };
    }),
  );
  const told = await race(
    () => app.app.get(EndDuty).run(one!, ends[1]!),
    () => app.app.get(EndDuty).run(other!, ends[0]!),
  );
  expect(told).toMatchObject({ code: 'accounts.lastAdministrator', kind: 'conflict' });
});

test('of two administrators who close each other’s accounts, one stays', async () => {
  await app.database.repo(Duty).update({ role: 'SystemAdmin' }, { endedAt: app.clock.now() });
  const people = [await office(app, 'SystemAdmin'), await office(app, 'SystemAdmin')] as const;
  const [one, other] = people.map(({ accountId }) => acting('SystemAdmin', { accountId }));
  const told = await race(
    () => app.app.get(DisableAccount).run(one!, other!.accountId),
    () => app.app.get(DisableAccount).run(other!, one!.accountId),
  );
  expect(told).toMatchObject({ code: 'accounts.lastAdministrator', kind: 'conflict' });
});

test('a password reset while its owner changes it stays reset', async () => {
  const { accountId } = await office(app, 'Screener');
  const actor = (await app.app.get(AccountQueries).actor(accountId))!;
  const change = app.app.get(ChangePassword);
  const [reset, changed] = await Promise.allSettled([
    app.app.get(ResetPassword).run(admin, accountId),
    change.run(actor, { current: password, next: 'Xin-mima-2013' }),
  ]);
  const after = await app.database.repo(Account).findOneByOrFail({ id: accountId });
  const oneTime = (reset as PromiseFulfilledResult<{ password: string }>).value.password;
  expect(await passwordMatches(after.passwordHash, oneTime)).toBe(true);
  expect(after.mustChangePassword).toBe(true);
  if (changed.status === 'rejected') {
    expect(changed.reason).toMatchObject({ code: 'accounts.password.changedMeanwhile' });
  }
});

describe('an account closed in between', () => {
  const closedMeanwhile = async (act: (accountId: string) => Promise<unknown>) => {
    const { accountId: id } = await office(app, 'Screener');
    const change = { disabledAt: app.clock.now() };
    return raceChange(app.database, { entity: Account, id, change }, () => act(id));
  };
  it('gets no duty', async () => {
    const told = await closedMeanwhile((accountId) =>
      app.app.get(AppointPerson).run(admin, { accountId, role: 'Verifier', divisionCode: null }),
    );
    expect(told).toMatchObject({ code: 'accounts.appoint.disabled' });
  });
  it('is not closed again', async () => {
    const told = await closedMeanwhile((id) => app.app.get(DisableAccount).run(admin, id));
    expect(told).toMatchObject({ code: 'accounts.disable.already', kind: 'conflict' });
  });
  it('gets no password', async () => {
    const told = await closedMeanwhile((id) => app.app.get(ResetPassword).run(admin, id));
    expect(told).toMatchObject({ code: 'accounts.disable.already', kind: 'conflict' });
  });
});
