import { hash } from '@node-rs/argon2';
import { Account, type AccountKind } from '../../src/accounts/account.entity.js';
import { GrantDuty } from '../../src/accounts/grant-duty.js';
import { CONFIG } from '../../src/config/config.module.js';
import type { Config } from '../../src/config/config.js';
import { newId } from '../../src/database/new-id.js';
import { Sealer } from '../../src/database/sealed.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

export const password = 'Ceshi-2013-renyuan';
/** Made once and cheap to compare: thousands of people sign in, and what a guess costs is tested with accounts. */
const passwordHash = hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
let people = 0;

export interface Person {
  readonly accountId: string;
  readonly mobile: string;
  readonly visitor: Visitor;
}

/** An account with its duties, signed in through the real form. */
export async function person(
  app: TestApp,
  kind: AccountKind,
  duties: readonly {
    role: Role;
    divisionCode?: string;
    merchantId?: string;
    programmeId?: string;
  }[],
  personName = `测试员${(people += 1)}`,
): Promise<Person> {
  const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
  const mobile = `139${String((people += 1)).padStart(8, '0')}`;
  const accountId = newId();
  await app.database.repo(Account).insert({
    id: accountId,
    kind,
    mobileLookup: sealer.lookup(mobile),
    mobileSealed: sealer.seal(mobile),
    personName,
    passwordHash: await passwordHash,
    email: null,
    mustChangePassword: false,
    privacyNoticeHash: null,
    consentVersion: null,
    createdAt: app.clock.now(),
    disabledAt: null,
    version: 1,
  });
  const grant = app.app.get(GrantDuty);
  for (const duty of duties) {
    await grant.run({ accountId, role: 'SystemAdmin' }, { accountId, ...duty });
  }
  return { accountId, mobile, visitor: await signIn(app, mobile) };
}

async function signIn(app: TestApp, mobile: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.get('/sign-in');
  await visitor.submit('/sign-in', { mobile, password });
  return visitor;
}

/** Somebody who has an account without a password so far. */
export async function signedIn(app: TestApp, accountId: string): Promise<Visitor> {
  const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
  const mobile = `139${String((people += 1)).padStart(8, '0')}`;
  await app.database.repo(Account).update(accountId, {
    mobileLookup: sealer.lookup(mobile),
    mobileSealed: sealer.seal(mobile),
    passwordHash: await passwordHash,
  });
  return signIn(app, mobile);
}

/** Shorthands for the people of one award. */
export const office = (app: TestApp, ...roles: Role[]) =>
  person(
    app,
    'office',
    roles.map((role) => ({ role })),
  );
export const divisionPerson = (app: TestApp, role: Role, divisionCode: string) =>
  person(app, 'office', [{ role, divisionCode }]);
export const merchantPerson = (app: TestApp, merchantId: string, role: Role = 'Agent') =>
  person(app, 'merchant', [{ role, merchantId }]);
