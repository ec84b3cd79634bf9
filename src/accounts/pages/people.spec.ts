import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office, person } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';

let app: TestApp;
let admin: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  admin = (await office(app, 'SystemAdmin')).visitor;
});
afterAll(() => app.stop());

const mobile = '13905701234';

async function create(personName: string, number: string): Promise<string> {
  await admin.get('/admin/people/new');
  await admin.submit('/admin/people', { personName, mobile: number });
  return admin.page.querySelector('.one-time-password code')!.text;
}

async function openPerson(name: string): Promise<void> {
  await admin.get(`/admin?name=${encodeURIComponent(name)}`);
  const link = admin.page.querySelector('tbody th a')!.getAttribute('href')!;
  await admin.get(link);
}

describe('people and duties', () => {
  test('L33: a new account opens with a one-time password that opens nothing else', async () => {
    const password = await create('柳月白', mobile);
    expect(password).toMatch(/^[A-Z]{4}-[a-z]{4}-[2-9]{4}$/);
    await openPerson('柳月白');
    expect(admin.text).toContain('139******34');
    expect(admin.html).not.toContain(mobile);
    await admin.submit('/duties', { role: 'Screener' });
    expect(admin.text).toContain('资格审查员');

    const newcomer = app.visitor();
    await newcomer.get('/sign-in');
    await newcomer.submit('/sign-in', { mobile, password });
    expect(newcomer.path).toBe('/account/password');
    await newcomer.get('/messages');
    expect(newcomer.path).toBe('/account/password');
    await newcomer.submit('/account/password', { current: password, next: 'Liuyue-bai-2013' });
    await newcomer.get('/messages');
    expect(newcomer.path).toBe('/messages');
  });

  test('refuses a duty that must not meet one already held, and says why', async () => {
    await create('石清远', '13905701235');
    await openPerson('石清远');
    await admin.submit('/duties', { role: 'Tabulator' });
    await admin.submit('/duties', { role: 'Publisher' });
    expect(admin.status).toBe(422);
    expect(admin.errors).toEqual(['同一届评选的计分与发布不得由同一人承担。']);
    expect(admin.page.querySelector('option[value=Publisher]')?.hasAttribute('selected')).toBe(
      true,
    );
    await admin.submit('/duties', { role: 'DivisionReviewer', divisionCode: '' });
    expect(admin.errors).toEqual(['县级职责须选择所属县（市、区）。']);
    await admin.submit('/duty-endings');
    expect(admin.text).toContain('职责已终止');
    await admin.submit('/duties', { role: 'Publisher' });
    expect(admin.text).toContain('发布人');
  });

  test('a disabled account is out at once, everywhere', async () => {
    const victim = await person(app, 'office', [{ role: 'Verifier' }], '停用测');
    await victim.visitor.get('/messages');
    expect(victim.visitor.path).toBe('/messages');
    await admin.get(`/admin/people/${victim.accountId}`);
    await admin.submit('/disable');
    expect(admin.text).toContain('账号已停用');
    await victim.visitor.get('/messages');
    expect(victim.visitor.path).toMatch(/^\/sign-in/);
    const events = await app.database.rows<{ event: string }>(
      'SELECT event FROM journal_entry WHERE subject_id = ? ORDER BY sequence',
      [victim.accountId],
    );
    expect(events.map(({ event }) => event)).toEqual(['duty.grant', 'account.disable']);
  });

  test('an administrator cannot lock out themself', async () => {
    const own = await office(app, 'SystemAdmin');
    await own.visitor.get(`/admin/people/${own.accountId}`);
    await own.visitor.submit('/duty-endings');
    expect(own.visitor.errors).toEqual(['不能终止自己的系统管理员职责，请由另一位管理员办理。']);
    await own.visitor.post(`/admin/people/${own.accountId}/disable`, { _csrf: own.visitor.token });
    expect(own.visitor.errors).toEqual(['不能停用自己的账号。']);
  });

  test('a bad new account keeps what was typed and writes nothing', async () => {
    const before = await accounts();
    await admin.get('/admin/people/new');
    await admin.submit('/admin/people', { personName: '岳', mobile: '<script>' });
    expect(admin.status).toBe(422);
    expect(admin.errors).toEqual(['“姓名”应为2至20个字，现有1个字。', '请填写11位手机号码。']);
    expect(admin.html).toContain('value="&lt;script&gt;"');
    expect(await accounts()).toBe(before);
  });

  test('nobody else finds these pages', async () => {
    const { visitor } = await office(app, 'CityRegistrar', 'Approver');
    for (const path of ['/admin', '/admin/people/new', '/admin/access-log']) {
      await visitor.get(path);
      expect(visitor.status).toBe(404);
    }
    const auditor = await office(app, 'AuditAdmin');
    await auditor.visitor.get('/admin/access-log');
    expect(auditor.visitor.text).toContain('登录');
    await auditor.visitor.get('/admin');
    expect(auditor.visitor.status).toBe(404);
  });

  test('the list takes as many queries for many people as for few', async () => {
    const count = async () => {
      const before = app.database.readCount;
      await admin.get('/admin');
      return app.database.readCount - before;
    };
    const few = await count();
    for (let i = 0; i < 5; i += 1) await person(app, 'office', [{ role: 'Verifier' }]);
    expect(await count()).toBe(few);
  });
});

async function accounts(): Promise<number> {
  const row = await app.database.row<{ count: number }>('SELECT COUNT(*) AS count FROM account');
  return row!.count;
}
