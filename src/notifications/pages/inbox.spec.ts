import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Notify } from '../notify.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the inbox', () => {
  test('announces what will come, then counts, opens and closes messages', async () => {
    const { visitor, accountId } = await office(app, 'CityRegistrar');
    await visitor.get('/messages');
    expect(visitor.text).toContain('还没有消息');
    const notify = app.app.get(Notify);
    await notify.accounts([accountId], {
      kind: 'noticePrepared',
      variables: { title: '<b>甲</b>{{x}}' },
      path: '/office',
    });
    await notify.accounts([accountId], {
      kind: 'noticePrepared',
      variables: { title: '乙' },
      path: '/office',
    });
    await visitor.get('/messages');
    expect(visitor.page.querySelector('.masthead-messages')?.text).toContain('2条未读');
    expect(visitor.html).toContain('“&lt;b&gt;甲&lt;/b&gt;{{x}}”已经拟好，请核对后发布。');
    await visitor.submit('/read', {});
    expect(visitor.page.querySelector('.masthead-messages')?.text).not.toContain('未读');
    expect(visitor.page.querySelectorAll('.message-unread')).toHaveLength(0);
  });

  test('a person marks one own message and never another person’s', async () => {
    const owner = await office(app, 'Screener');
    const stranger = await office(app, 'Screener');
    await app.app.get(Notify).accounts([owner.accountId], {
      kind: 'noticePrepared',
      variables: { title: '丙' },
      path: '/office',
    });
    const row = await app.database.row<{ id: string }>(
      'SELECT id FROM message WHERE account_id = ?',
      [owner.accountId],
    );
    const address = `/messages/${row!.id}/read`;
    await stranger.visitor.get('/messages');
    await stranger.visitor.post(address, { _csrf: stranger.visitor.token });
    expect(stranger.visitor.status).toBe(404);
    expect(await unread(owner.accountId)).toBe(1);
    await owner.visitor.get('/messages');
    await owner.visitor.submit(address);
    expect(owner.visitor.path).toBe('/messages');
    expect(await unread(owner.accountId)).toBe(0);
  });

  test('is shown to signed-in people only, in a constant number of queries', async () => {
    const visitor = app.visitor();
    await visitor.get('/messages');
    expect(visitor.path).toMatch(/^\/sign-in/);
    const { visitor: reader, accountId } = await office(app, 'Verifier');
    const before = app.database.readCount;
    await reader.get('/messages');
    const none = app.database.readCount - before;
    const notify = app.app.get(Notify);
    for (let i = 0; i < 40; i += 1) {
      await notify.accounts([accountId], {
        kind: 'noticePrepared',
        variables: { title: '丁' },
        path: '/',
      });
    }
    const counted = app.database.readCount;
    await reader.get('/messages');
    expect(app.database.readCount - counted).toBe(none);
    expect(reader.page.querySelectorAll('.message')).toHaveLength(30);
    await reader.get('/messages?page=2');
    expect(reader.page.querySelectorAll('.message')).toHaveLength(10);
  });
});

async function unread(accountId: string): Promise<number> {
  const row = await app.database.row<{ count: number }>(
    'SELECT COUNT(*) AS count FROM message WHERE account_id = ? AND read_at IS NULL',
    [accountId],
  );
  return row!.count;
}
