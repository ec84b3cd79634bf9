import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { office, password, type Person, person } from '../../test/support/people.js';
import { missingIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { type Appointment, AppointPerson } from './appoint-person.js';
import { ChangePassword } from './change-password.js';
import { CreateOfficeAccount } from './create-office-account.js';
import { DisableAccount } from './disable-account.js';
import { Duty } from './duty.entity.js';
import { EndDuty } from './end-duty.js';
import { GrantDuty } from './grant-duty.js';
import { RegisterAccount } from './register-account.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

let app: TestApp;
let admin: Person;
let clerk: Person;
beforeAll(async () => {
  app = await TestApp.start();
  admin = await office(app, 'SystemAdmin');
  clerk = await office(app, 'Screener');
});
afterAll(() => app.stop());

const by = () => acting('SystemAdmin', { accountId: admin.accountId });
const appoint = (given: Partial<Appointment>) =>
  app.app.get(AppointPerson).run(by(), {
    accountId: clerk.accountId,
    role: 'Verifier',
    divisionCode: null,
    ...given,
  });
const grant = (accountId: string, role: Role, over: object = {}) =>
  app.app.get(GrantDuty).run({ accountId, role: 'System' }, { accountId, role, ...over });
const change = (given: { current: string; next: string }, accountId = clerk.accountId) =>
  app.app.get(ChangePassword).run(acting('Screener', { accountId }), given);
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

async function dutyOf(accountId: string): Promise<string> {
  return (await app.database.repo(Duty).findOneByOrFail({ accountId })).id;
}

describe('an appointment', () => {
  refusalTable(
    () => app,
    [
      [
        'an account nobody has',
        () => () => appoint({ accountId: newId() }),
        missingIn('appoint-person'),
      ],
      [
        'an account of a merchant',
        async () => {
          const { accountId } = await person(app, 'merchant', []);
          return () => appoint({ accountId });
        },
        missingIn('appoint-person'),
      ],
      [
        'a closed account',
        async () => {
          await app.app.get(DisableAccount).run(by(), clerk.accountId);
          return () => appoint({});
        },
        { code: 'accounts.appoint.disabled' },
      ],
      ...(['DivisionReviewer', 'DivisionApprover'] as const).map(
        (role) =>
          [
            `${role} without a division`,
            () => () => appoint({ role }),
            { code: 'accounts.appoint.division', field: 'divisionCode' },
          ] as const,
      ),
      [
        'a duty held already',
        () => () => appoint({ role: 'Screener' }),
        { code: 'accounts.appoint.held', field: 'role' },
      ],
      [
        'a duty held already in that division',
        async () => {
          const divisionCode = '330802';
          const { accountId } = await person(app, 'office', [
            { role: 'DivisionReviewer', divisionCode },
          ]);
          return () => appoint({ accountId, role: 'DivisionReviewer', divisionCode });
        },
        { code: 'accounts.appoint.held', field: 'role' },
      ],
      [
        'publishing to somebody who locks scores',
        async () => {
          await grant(clerk.accountId, 'Tabulator');
          return () => appoint({ role: 'Publisher' });
        },
        { code: 'forbiddenPair.tabulatorPublisher', field: 'role' },
      ],
      [
        'the keeping of logs to somebody who administers',
        () => () => appoint({ accountId: admin.accountId, role: 'AuditAdmin' }),
        { code: 'forbiddenPair.systemAuditAdmin', field: 'role' },
      ],
      [
        'supervision to somebody who judges',
        async () => {
          await grant(clerk.accountId, 'Judge');
          return () => appoint({ role: 'Supervisor' });
        },
        { code: 'forbiddenPair.supervisorJudging', field: 'role' },
      ],
      [
        'a division to somebody who judges',
        async () => {
          await grant(clerk.accountId, 'Judge');
          return () => appoint({ role: 'DivisionReviewer', divisionCode: '330802' });
        },
        { code: 'forbiddenPair.recommenderJudge', field: 'role' },
      ],
    ],
  );
});

describe('an end of duty', () => {
  const end = (accountId: string, dutyId: string) =>
    app.app.get(EndDuty).run(by(), { accountId, dutyId });
  refusalTable(
    () => app,
    [
      ['a duty nobody has', () => () => end(clerk.accountId, newId()), missingIn('end-duty')],
      [
        'a duty of somebody else',
        async () => {
          const dutyId = await dutyOf(clerk.accountId);
          return () => end(admin.accountId, dutyId);
        },
        missingIn('end-duty'),
      ],
      [
        'a duty that has ended',
        async () => {
          const dutyId = await dutyOf(clerk.accountId);
          await end(clerk.accountId, dutyId);
          return () => end(clerk.accountId, dutyId);
        },
        missingIn('end-duty'),
      ],
      [
        'a duty that is not the administrator’s to give',
        async () => {
          const judge = await person(app, 'judge', [{ role: 'Judge' }]);
          const dutyId = await dutyOf(judge.accountId);
          return () => end(judge.accountId, dutyId);
        },
        missingIn('end-duty'),
      ],
      [
        'the own administration',
        async () => {
          const dutyId = await dutyOf(admin.accountId);
          return () => end(admin.accountId, dutyId);
        },
        { code: 'accounts.duty.own' },
      ],
    ],
  );
});

describe('a password', () => {
  refusalTable(
    () => app,
    [
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
        'a reset for an account nobody has',
        () => () => app.app.get(ResetPassword).run(by(), newId()),
        missingIn('reset-password'),
      ],
      [
        'a reset for a closed account',
        async () => {
          await app.app.get(DisableAccount).run(by(), clerk.accountId);
          return () => app.app.get(ResetPassword).run(by(), clerk.accountId);
        },
        missingIn('reset-password'),
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
        { code: 'accounts.mobileTaken', field: 'mobile' },
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
      ['closing an account nobody has', () => () => disable(newId()), missingIn('disable-account')],
      [
        'closing it twice',
        async () => {
          await disable(clerk.accountId);
          return () => disable(clerk.accountId);
        },
        missingIn('disable-account'),
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
