import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { type Person, person } from '../../../../test/support/people.js';
import { PostOffice } from '../../../../test/support/post-office.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { Deliver } from '../../../notifications/deliver.js';
import { Session } from '../../../web/sessions/session.entity.js';
import { Account } from '../../account.entity.js';
import { OneTimeCode } from '../../codes/one-time-code.entity.js';

const fresh = 'Xin-mima-2013';
let post: PostOffice;
let app: TestApp;
let agent: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  agent = await person(app, 'merchant', []);
});
afterAll(async () => {
  await app.stop();
  await post.close();
});
fromSavedState(() => app);
beforeEach(() => {
  post.mails.length = 0;
  post.texts.length = 0;
});

const deliver = () => app.app.get(Deliver).run();
const reach = (facts: Partial<Account>) =>
  app.database.repo(Account).update(agent.accountId, facts);

describe('a forgotten password', () => {
  async function ask(address: string): Promise<Visitor> {
    const visitor = app.visitor();
    await visitor.get('/recover');
    await visitor.submit('/recover', { address });
    expect(visitor.path).toMatch(/^\/recover\/code\?id=/);
    return visitor;
  }

  test('is set anew by a code, once; every session ends', async () => {
    await reach({ mobileConfirmedAt: app.clock.now() });
    const visitor = await ask(agent.mobile);
    const again = visitor.path;
    const before = await app.database.repo(Session).findBy({ accountId: agent.accountId });
    await deliver();
    expect(post.texts[0]!.template).toBe('code.recovery');
    const code = post.lastCode('sms');
    await visitor.submit('/recover/code', { code, password: fresh });
    expect(visitor.path).toBe('/my');
    const after = await app.database.repo(Session).findBy({ accountId: agent.accountId });
    expect(after).toHaveLength(1);
    expect(before.map(({ idHash }) => idHash)).not.toContain(after[0]!.idHash);
    const second = app.visitor();
    await second.get(again);
    await second.submit('/recover/code', { code, password: 'Lingyige-2014' });
    expect(second.status).toBe(422);
    const log = await app.database.rows(
      `SELECT result FROM access_log WHERE action = 'recover' ORDER BY at`,
    );
    expect(log).toEqual([{ result: 'ok' }, { result: 'refused' }]);
  });

  test('of an unknown address is answered as that of a known one, and writes the same rows', async () => {
    await reach({ email: 'known@shop.invalid', emailConfirmedAt: app.clock.now() });
    const written = async (address: string) => {
      const count = async (table: string) =>
        (await app.database.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))!.n;
      const tables = ['one_time_code', 'delivery', 'access_log', 'journal_entry', 'message'];
      const before = await Promise.all(tables.map(count));
      const visitor = await ask(address);
      const after = await Promise.all(tables.map(count));
      const id = new URLSearchParams(visitor.path.split('?')[1]).get('id')!;
      const page = visitor.html.replaceAll(id, '').replace(/value="[^"]{20,}"/g, '');
      return { rows: after.map((n, at) => n - before[at]!), page };
    };
    const unknown = await written('nobody@shop.invalid');
    expect(await written('known@shop.invalid')).toEqual(unknown);
    expect(unknown.rows).toEqual([1, 1, 0, 0, 0]);
    await deliver();
    expect(post.mails).toHaveLength(1);
  });

  test('is set anew by mail too, however the address was typed', async () => {
    await reach({ email: 'Agent@shop.invalid', emailConfirmedAt: app.clock.now() });
    const visitor = await ask('agent@SHOP.invalid');
    await deliver();
    await visitor.submit('/recover/code', { code: post.lastCode('mail'), password: fresh });
    expect(visitor.path).toBe('/my');
  });

  test('needs an address that was confirmed', async () => {
    await reach({ email: 'given@shop.invalid' });
    await ask('given@shop.invalid');
    await ask(agent.mobile);
    await deliver();
    expect(post.mails).toHaveLength(0);
    expect(post.texts).toHaveLength(0);
  });

  test('is not set by a code that has grown old', async () => {
    await reach({ mobileConfirmedAt: app.clock.now() });
    const visitor = await ask(agent.mobile);
    await deliver();
    const past = new Date(Date.now() - 1000).toISOString();
    await app.database.repo(OneTimeCode).update({ purpose: 'recovery' }, { expiresAt: past });
    await visitor.submit('/recover/code', { code: post.lastCode('sms'), password: fresh });
    expect(visitor.status).toBe(422);
  });
});
