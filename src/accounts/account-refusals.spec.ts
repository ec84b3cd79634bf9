import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { Not } from 'typeorm';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { password, type Person } from '../../test/support/people.js';
import { missingIn } from '../../test/support/refusals.js';
import { Staff } from '../../test/support/staff.js';
import type { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import { Account } from './account.entity.js';
import { AccountQueries } from './account.queries.js';
import { Duty } from './duty.entity.js';
import { ChangePassword } from './change-password.js';
import { CreateOfficeAccount } from './create-office-account.js';
import { DisableAccount } from './disable-account.js';
import { PeopleQueries } from './people.queries.js';
import { RegisterAccount } from './register-account.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

let app: TestApp;
let admin: Person;
let clerk: Person;
let staff: Staff;
beforeAll(async () => {
  staff = await Staff.open();
  ({ app, admin, clerk } = staff);
});
afterAll(() => app.stop());

const by = () => staff.by;
const change = (given: { current: string; next: string }, accountId = clerk.accountId) =>
  app.app.get(ChangePassword).run(acting('Screener', { accountId }), given);
/** A change that began when the account stood as `stale`. */
async function changeHavingRead(stale: Account): Promise<void> {
  const before = { findOneBy: async () => stale };
  const repo = jest.spyOn(app.database, 'repo').mockReturnValueOnce(before as never);
  try {
    await change({ current: password, next: 'Xin-mima-2013' });
  } finally {
    repo.mockRestore();
  }
}
const register = (over: { mobile?: string; password?: string }) =>
  app.app.get(RegisterAccount).run({
    mobile: '13700000001',
    personName: '岳小满',
    password,
    email: null,
    consentVersion: '1',
    privacyNoticeHash: 'a'.repeat(64),
    ...over,
  });
const create = (mobile: string) =>
  app.app.get(CreateOfficeAccount).run(by(), { mobile, personName: '岳小满', kind: 'office' });

describe('a password', () => {
  refusalTable(
    () => app,
    [
      [
        'a look at somebody nobody knows',
        () => () => app.app.get(PeopleQueries).byId(newId()),
        missingIn('people.queries'),
      ],
      [
        'a change by an account nobody has',
        () => () => change({ current: password, next: 'Xin-mima-2013' }, newId()),
        missingIn('change-password'),
      ],
      [
        'a change without the present one',
        () => () => change({ current: `${password}x`, next: 'Xin-mima-2013' }),
        { code: 'accounts.password.wrong', field: 'current' },
      ],
      [
        'a new one that is too short',
        () => () => change({ current: password, next: 'Ab-1' }),
        { code: 'accounts.password.short', field: 'next' },
      ],
      [
        'a new one with the own number in it',
        () => () => change({ current: password, next: `Ab-${clerk.mobile}` }),
        { code: 'accounts.password.mobile', field: 'next' },
      ],
      [
        'the present one again',
        () => () => change({ current: password, next: password }),
        { code: 'accounts.password.same', field: 'next' },
      ],
      [
        'a change of one that was reset while it was compared',
        async () => {
          const stale = await app.database.repo(Account).findOneByOrFail({ id: clerk.accountId });
          await app.app.get(ResetPassword).run(by(), clerk.accountId);
          return () => changeHavingRead(stale);
        },
        { code: 'accounts.password.changedMeanwhile', field: 'current', kind: 'conflict' },
      ],
      [
        'a change of one whose account was closed while it was compared',
        async () => {
          const stale = await app.database.repo(Account).findOneByOrFail({ id: clerk.accountId });
          await app.app.get(DisableAccount).run(by(), clerk.accountId);
          return () => changeHavingRead(stale);
        },
        missingIn('change-password'),
      ],
      [
        'the end of an account without which nobody could appoint',
        async () => {
          await app.database
            .repo(Duty)
            .update(
              { role: 'SystemAdmin', accountId: Not(admin.accountId) },
              { endedAt: app.clock.now() },
            );
          return () =>
            app.app
              .get(DisableAccount)
              .run(acting('SystemAdmin', { accountId: clerk.accountId }), admin.accountId);
        },
        { code: 'accounts.lastAdministrator', kind: 'conflict' },
      ],
      [
        'a session for an account nobody has',
        () => () => app.app.get(AccountQueries).signedIn(newId()),
        missingIn('account.queries'),
      ],
      [
        'a reset for an account nobody has',
        () => () => app.app.get(ResetPassword).run(by(), newId()),
        missingIn('database'),
      ],
      [
        'a reset for a closed account',
        async () => {
          await app.app.get(DisableAccount).run(by(), clerk.accountId);
          return () => app.app.get(ResetPassword).run(by(), clerk.accountId);
        },
        { code: 'accounts.disable.already', kind: 'conflict' },
      ],
    ],
  );
});

describe('an account', () => {
  const first = (mobile: string) =>
    app.app.get(CreateOfficeAccount).first({ mobile, personName: '岳小满' });
  const disable = (accountId: string) => app.app.get(DisableAccount).run(by(), accountId);
  const signIn = (mobile: string, given: string) =>
    app.app.get(SignIn).run(mobile, given, '192.0.2.1');
  refusalTable(
    () => app,
    [
      [
        'a registration without a mobile number',
        () => () => register({ mobile: '12345' }),
        { code: 'identifiers.mobile.form', field: 'mobile' },
      ],
      [
        'a registration with a short password',
        () => () => register({ password: 'Ab-1' }),
        { code: 'accounts.password.short', field: 'password' },
      ],
      [
        'a second registration of a number',
        () => () => register({ mobile: clerk.mobile }),
        { code: 'accounts.mobileTaken', field: 'mobile' },
      ],
      [
        'a new account without a mobile number',
        () => () => create('12345'),
        { code: 'identifiers.mobile.form', field: 'mobile' },
      ],
      [
        'a second account of a number',
        () => () => create(clerk.mobile),
        { code: 'accounts.mobileInUse', field: 'mobile' },
      ],
      [
        'a first administrator when there is one',
        () => () => first('13700000002'),
        { code: 'accounts.first.exists' },
      ],
      [
        'closing the own account',
        () => () => disable(admin.accountId),
        { code: 'accounts.disable.own' },
      ],
      [
        'closing an account nobody has',
        () => () => disable(newId()),
        missingIn('last-administrator'),
      ],
      [
        'closing it twice',
        async () => {
          await disable(clerk.accountId);
          return () => disable(clerk.accountId);
        },
        { code: 'accounts.disable.already', kind: 'conflict' },
      ],
      [
        'a wrong password, with a line in the access log',
        () => () => signIn(clerk.mobile, `${password}x`),
        { code: 'accounts.signIn.wrong', writes: ['access_log'] },
      ],
      [
        'an unknown number with the same sentence',
        () => () => signIn('13700000003', password),
        { code: 'accounts.signIn.wrong', writes: ['access_log'] },
      ],
      [
        'the right password of a closed account',
        async () => {
          await disable(clerk.accountId);
          return () => signIn(clerk.mobile, password);
        },
        { code: 'accounts.signIn.wrong', writes: ['access_log'] },
      ],
    ],
  );
});
