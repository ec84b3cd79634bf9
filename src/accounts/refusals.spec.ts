import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { type Person, person } from '../../test/support/people.js';
import { missingIn } from '../../test/support/refusals.js';
import { Staff } from '../../test/support/staff.js';
import type { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { type Appointment, AppointPerson } from './appoint-person.js';
import { DisableAccount } from './disable-account.js';
import { Duty } from './duty.entity.js';
import { EndDuty } from './end-duty.js';
import { GrantDuty } from './grant-duty.js';

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
const appoint = (given: Partial<Appointment>) =>
  app.app.get(AppointPerson).run(by(), {
    accountId: clerk.accountId,
    role: 'Verifier',
    divisionCode: null,
    ...given,
  });
const grant = (accountId: string, role: Role, over: object = {}) =>
  app.app.get(GrantDuty).run({ accountId, role: 'System' }, { accountId, role, ...over });

async function dutyOf(accountId: string): Promise<string> {
  return (await app.database.repo(Duty).findOneByOrFail({ accountId })).id;
}

describe('an appointment', () => {
  refusalTable(
    () => app,
    [
      ['an account nobody has', () => () => appoint({ accountId: newId() }), missingIn('database')],
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

describe('a grant, whoever asks for it', () => {
  const programmeId = newId();
  refusalTable(
    () => app,
    [
      [
        'beside a duty of the same programme',
        async () => {
          await grant(clerk.accountId, 'Tabulator', { programmeId });
          return () => grant(clerk.accountId, 'Publisher', { programmeId });
        },
        { code: 'forbiddenPair.tabulatorPublisher', field: 'role' },
      ],
      [
        'for every programme beside a duty of one',
        async () => {
          await grant(clerk.accountId, 'Tabulator', { programmeId });
          return () => grant(clerk.accountId, 'Publisher');
        },
        { code: 'forbiddenPair.tabulatorPublisher', field: 'role' },
      ],
      [
        'of an office to the agent of a merchant',
        async () => {
          const { accountId } = await person(app, 'merchant', [{ role: 'Agent' }]);
          return () => grant(accountId, 'Screener');
        },
        { code: 'forbiddenPair.merchantOffice', field: 'role' },
      ],
    ],
  );

  test('passes for another programme, and after the other duty has ended', async () => {
    const other = await person(app, 'office', []);
    await grant(other.accountId, 'Tabulator', { programmeId });
    await grant(other.accountId, 'Publisher', { programmeId: newId() });
    await app.database
      .repo(Duty)
      .update({ accountId: other.accountId }, { endedAt: app.clock.now() });
    await grant(other.accountId, 'Supervisor');
    await grant(other.accountId, 'Publisher', { programmeId });
    expect(await app.database.repo(Duty).countBy({ accountId: other.accountId })).toBe(4);
  });
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
        { code: 'accounts.duty.endedAlready', kind: 'conflict' },
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
      [
        'the last administration, by one whose own has just ended',
        async () => {
          const dutyId = await dutyOf(admin.accountId);
          const late = acting('SystemAdmin', { accountId: clerk.accountId });
          return () => app.app.get(EndDuty).run(late, { accountId: admin.accountId, dutyId });
        },
        { code: 'accounts.lastAdministrator', kind: 'conflict' },
      ],
    ],
  );
});
