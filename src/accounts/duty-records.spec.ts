import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Not } from 'typeorm';
import { recordTable } from '../../test/support/case-tables.js';
import { password, type Person } from '../../test/support/people.js';
import { makeProgramme } from '../../test/support/programme.js';
import { Staff } from '../../test/support/staff.js';
import type { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import { ChangePassword } from './change-password.js';
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
const self = () => staff.self;
const account = { subjectType: 'account' };

describe('accounts and their duties', () => {
  recordTable(
    () => app,
    [
      [
        'the end of another duty of the only administrator',
        async () => {
          const { accountId } = admin;
          await app.database.repo(Duty).delete({ accountId: Not(accountId), role: 'SystemAdmin' });
          const { id } = await app.database.repo(Duty).findOneByOrFail({ accountId });
          const dutyId = newId();
          await app.database.execute(
            `INSERT INTO duty (id, account_id, role, granted_at)
             SELECT ?, account_id, 'Screener', granted_at FROM duty WHERE id = ?`,
            [dutyId, id],
          );
          return () => app.app.get(EndDuty).run(by(), { accountId, dutyId });
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
        'a password changed by somebody without a duty',
        () => () =>
          app.app
            .get(ChangePassword)
            .run({ ...self(), duties: [] }, { current: password, next: 'Xin-mima-2013' }),
        {
          events: [
            { event: 'account.changePassword', actorRole: 'Public', ...account, details: {} },
          ],
          messages: [],
        },
      ],
    ],
  );
});

test('a duty in one programme is on record with that programme', async () => {
  const { id: programmeId } = await makeProgramme(app, 'Preparing');
  const given = { accountId: clerk.accountId, role: 'Verifier', programmeId } as const;
  await app.app.get(GrantDuty).run({ accountId: admin.accountId, role: 'SystemAdmin' }, given);
  const entries = await app.database.rows<{ event: string }>(
    'SELECT event FROM journal_entry WHERE programme_id = ? ORDER BY sequence',
    [programmeId],
  );
  expect(entries.at(-1)!.event).toBe('duty.grant');
});
