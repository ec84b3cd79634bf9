import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordTable } from '../../test/support/case-tables.js';
import { password, type Person } from '../../test/support/people.js';
import { Staff } from '../../test/support/staff.js';
import type { TestApp } from '../../test/support/test-app.js';
import { AccessLog } from './access-log.entity.js';
import { AppointPerson } from './appoint-person.js';
import { ChangePassword } from './change-password.js';
import { CreateOfficeAccount } from './create-office-account.js';
import { DisableAccount } from './disable-account.js';
import { Duty } from './duty.entity.js';
import { EndDuty } from './end-duty.js';
import { RegisterAccount } from './register-account.js';
import { ResetPassword } from './reset-password.js';

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
const self = () => staff.self;
const account = { subjectType: 'account' };
async function signedIn() {
  const visitor = app.visitor();
  await visitor.get('/sign-in');
  return visitor.submit('/sign-in', { mobile: clerk.mobile, password });
}
const change = () =>
  app.app.get(ChangePassword).run(self(), { current: password, next: 'Xin-mima-2013' });
const reset = () => app.app.get(ResetPassword).run(by(), clerk.accountId);
const disable = () => app.app.get(DisableAccount).run(by(), clerk.accountId);

describe('accounts', () => {
  recordTable(
    () => app,
    [
      [
        'a registration',
        () => () =>
          app.app.get(RegisterAccount).run({
            mobile: '13700000001',
            personName: '岳小满',
            password,
            email: null,
            consentVersion: '1',
            privacyNoticeHash: 'a'.repeat(64),
          }),
        {
          events: [
            {
              event: 'account.register',
              actorRole: 'Public',
              ...account,
              details: { consentVersion: '1', privacyNotice: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'an account made for an expert',
        () => () =>
          app.app
            .get(CreateOfficeAccount)
            .run(by(), { mobile: '13700000001', personName: '岳小满', kind: 'judge' }),
        {
          events: [
            {
              event: 'account.create',
              actorRole: 'SystemAdmin',
              ...account,
              details: { kind: 'judge' },
            },
          ],
          messages: [],
        },
      ],
      [
        'the first administrator',
        async () => {
          await app.database.repo(Duty).update({ role: 'SystemAdmin' }, { endedAt: '' });
          return () =>
            app.app.get(CreateOfficeAccount).first({ mobile: '13700000001', personName: '岳小满' });
        },
        {
          events: [
            {
              event: 'account.create',
              actorRole: 'System',
              ...account,
              details: { kind: 'office' },
            },
            {
              event: 'duty.grant',
              actorRole: 'System',
              ...account,
              details: { role: 'SystemAdmin', divisionCode: null },
            },
          ],
          messages: [],
        },
      ],
      [
        'an appointment to a division',
        () => () =>
          app.app.get(AppointPerson).run(by(), {
            accountId: clerk.accountId,
            role: 'DivisionApprover',
            divisionCode: '330802',
          }),
        {
          events: [
            {
              event: 'duty.grant',
              actorRole: 'SystemAdmin',
              ...account,
              details: { role: 'DivisionApprover', divisionCode: '330802' },
            },
          ],
          messages: [],
        },
      ],
      [
        'the end of a duty',
        async () => {
          const { accountId } = clerk;
          const { id } = await app.database.repo(Duty).findOneByOrFail({ accountId });
          return () => app.app.get(EndDuty).run(by(), { accountId, dutyId: id });
        },
        {
          events: [
            {
              event: 'duty.end',
              actorRole: 'SystemAdmin',
              ...account,
              details: { dutyId: '<id>', role: 'Screener', divisionCode: null },
            },
          ],
          messages: [],
        },
      ],
      [
        'a changed password',
        () => change,
        {
          events: [
            { event: 'account.changePassword', actorRole: 'Screener', ...account, details: {} },
          ],
          messages: [],
        },
      ],
      [
        'a reset password',
        () => reset,
        {
          events: [
            { event: 'account.resetPassword', actorRole: 'SystemAdmin', ...account, details: {} },
          ],
          messages: [],
        },
      ],
      [
        'a closed account',
        () => disable,
        {
          events: [{ event: 'account.disable', actorRole: 'SystemAdmin', ...account, details: {} }],
          messages: [],
        },
      ],
    ],
  );

  /** Whoever holds a session of the account, on whatever machine, is out. */
  test.each([
    ['a changed password', () => change()],
    ['a reset password', () => reset()],
    ['a closed account', () => disable()],
  ])('%s ends every session of the account, and no other', async (_title, act) => {
    const here = await signedIn();
    const elsewhere = await signedIn();
    for (const one of [here, elsewhere]) {
      await one.get('/messages');
      expect(one.path).toBe('/messages');
    }
    await act();
    for (const one of [here, elsewhere]) {
      await one.get('/messages');
      expect(one.path).toMatch(/^\/sign-in/);
    }
    await admin.visitor.get('/messages');
    expect(admin.visitor.path).toBe('/messages');
  });

  test('a sign-in and its failure are lines of the access log', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile: clerk.mobile, password: 'Cuowu-mima-2013' });
    await visitor.submit('/sign-in', { mobile: clerk.mobile, password });
    const lines = await app.database.repo(AccessLog).findBy({ accountId: clerk.accountId });
    const results = lines.map(({ action, result }) => `${action} ${result}`);
    expect(results.toSorted()).toEqual(['signIn ok', 'signIn ok', 'signIn refused']);
  });
});
